"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { EventActor } from "@/components/events/event-actor";
import { EventClient } from "@/components/events/event-client";
import { EventDevice } from "@/components/events/event-device";
import { EventSentence } from "@/components/events/event-sentence";
import type { AskEvents, EventPage, SubjectNames } from "@/components/events/events";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

type Props = {
  first: EventPage;
  /** Reads the page that begins at a cursor. */
  more: (cursor: string) => ReturnType<AskEvents>;
  /** Whether only a part of the log was asked for. */
  isFiltered?: boolean;
  /** In an organization's log, what its provider did is marked. */
  marksProvider?: boolean;
  /** Of a provider with its clients: says of each event which client it is about. */
  showsClient?: boolean;
  /** Wraps the rows and gets all entries that are shown. It opens the names in them. */
  named?: (pages: readonly EventPage[], rows: (names: SubjectNames) => ReactNode) => ReactNode;
};

const nothingNamed: SubjectNames = new Map();

/** A log, newest first; earlier pages are added below on demand. */
export function EventList(props: Props) {
  const {
    first,
    more,
    isFiltered = false,
    marksProvider = false,
    showsClient = false,
    named = (_, rows) => rows(nothingNamed),
  } = props;
  const t = useTranslations("event.list");
  const [later, setLater] = useState<EventPage[]>([]);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const [isExact, setExact] = useState(false);
  const pages = useMemo(() => [first, ...later], [first, later]);
  const events = pages.flatMap((page) => page.events);
  const next = pages.at(-1)?.next ?? null;

  async function goOn(cursor: string) {
    setState("loading");
    const answer = await more(cursor).catch(() => null);
    if (answer?.ok) setLater([...later, answer.result]);
    setState(answer?.ok ? "idle" : "failed");
  }

  if (events.length === 0)
    return (
      <Card>
        <EmptyState illustration="log" title={t(isFiltered ? "noneTitle" : "emptyTitle")}>
          {t(isFiltered ? "noneText" : "emptyText")}
        </EmptyState>
      </Card>
    );
  const rows = (names: SubjectNames) =>
    events.map((event) => (
      <Tr key={event.sequence}>
        <Td>
          <span className="whitespace-nowrap">
            <DateTime value={event.at} show={isExact ? "exact" : "date and time"} />
          </span>
        </Td>
        <Td>
          <EventDevice type={event.deviceType} ip={event.ip} />
        </Td>
        <Td>
          <EventActor event={event} />{" "}
          {marksProvider && event.byProvider ? <Badge tone="brass">{t("byProvider")}</Badge> : null}
        </Td>
        {showsClient ? (
          <Td>
            <EventClient event={event} />
          </Td>
        ) : null}
        <Td narrow="lead">
          <div className="wrap-anywhere">
            <EventSentence event={event} name={names.get(event.subjectId ?? "")} />
          </div>
        </Td>
      </Tr>
    ));

  return (
    <>
      <Checkbox checked={isExact} onChange={(change) => setExact(change.target.checked)}>
        {t("exact")}
      </Checkbox>
      <Table label={t("label")} inset={0} needs="l">
        <Thead>
          <Th>{t("timestamp")}</Th>
          <Th>{t("device")}</Th>
          <Th>{t("user")}</Th>
          {showsClient ? <Th>{t("client")}</Th> : null}
          <Th>{t("event")}</Th>
        </Thead>
        <Tbody>{named(pages, rows)}</Tbody>
      </Table>
      <div className="flex flex-col items-center gap-2 pt-1 text-label text-muted">
        {state === "failed" ? <p role="alert">{t("failed")}</p> : null}
        {next ? (
          <Button variant="quiet" busy={state === "loading"} onClick={() => goOn(next)}>
            {t("more")}
          </Button>
        ) : (
          <p>{t(isFiltered ? "endOfMatches" : "end")}</p>
        )}
      </div>
    </>
  );
}
