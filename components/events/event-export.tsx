"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { clientNameOf } from "@/components/events/client-name-of";
import type { AskEvents, EventPage, EventRow, EventView, SubjectNames } from "@/components/events/events";
import { sentenceValues } from "@/components/events/sentence-values";
import { Cancelled } from "@/components/forms/cancelled";
import { everyPage } from "@/components/lists/every-page";
import { Button } from "@/components/ui/button";
import { saveCsv } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";

type Props = {
  view: EventView;
  ask: AskEvents;
  /** Other dates are typed than those that are shown. */
  isStale: boolean;
  /** Of a provider with its clients: which client each event is about. */
  showsClient?: boolean;
  /** Opens what collections and items of a page are called. */
  namesOf?: (page: EventPage) => Promise<SubjectNames>;
};

const columns = ["date", "type", "event", "message", "userName", "userEmail", "byProvider", "device", "ip"];
const clientColumns = ["client", "clientId"];

/** Saves everything that the filters let through as a file. It is made here, because only this device can open names. */
export function EventExport(props: Props) {
  const { view, ask, isStale, showsClient = false, namesOf = async () => new Map() } = props;
  const t = useTranslations("event");
  const toast = useToast();
  const [read, setRead] = useState<number | null>(null);

  const line = (event: EventRow, names: SubjectNames) => [
    event.at.toISOString(),
    event.number,
    event.type,
    t(event.type, sentenceValues(event, names.get(event.subjectId ?? ""))),
    event.actorName,
    event.actorEmail,
    event.byProvider,
    event.deviceType,
    event.ip,
    ...(showsClient ? [clientNameOf(event), event.client?.id ?? null] : []),
  ];

  async function save() {
    setRead(0);
    try {
      const rows: ReturnType<typeof line>[] = [];
      await everyPage(
        (cursor) => ask({ ...view, cursor, of: "export" }),
        async (page) => {
          const names = await namesOf(page);
          rows.push(...page.events.map((event) => line(event, names)));
          setRead(rows.length);
        },
      );
      saveCsv("events", [showsClient ? [...columns, ...clientColumns] : columns, ...rows]);
    } catch (error) {
      if (!(error instanceof Cancelled)) toast.error(t("export.failed"));
    } finally {
      setRead(null);
    }
  }

  return (
    <>
      <Button
        variant="quiet"
        icon={<Download aria-hidden="true" />}
        disabled={isStale}
        busy={read !== null}
        onClick={() => void save()}
      >
        {t("export.button")}
      </Button>
      <p role="status" className="self-center text-label text-muted empty:hidden">
        {read === null ? null : t("export.read", { count: read })}
      </p>
    </>
  );
}
