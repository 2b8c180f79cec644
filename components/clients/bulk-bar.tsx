"use client";

import { Download, LayoutTemplate, Tags, Users, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SelectedClients } from "@/components/clients/use-selected-clients";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { keepRoomAtTop } from "@/components/ui/keep-room";
import { selectedAtOnce } from "@/lib/domain/selection";

export type BulkTask = "tags" | "seats" | "blueprint" | "export";

type Props = {
  selection: SelectedClients;
  /** Whether the viewer may change clients, or only take the list along. */
  mayChange: boolean;
  mayUseBlueprints: boolean;
  busy: boolean;
  onTask: (task: BulkTask) => void;
};

/** What can be done with the selected clients. It stays in sight above the list, on a phone too. */
export function BulkBar({ selection, mayChange, mayUseBlueprints, busy, onTask }: Props) {
  const t = useTranslations("clients.bulk");
  const count = selection.selected.length;
  if (count === 0) return null;
  return (
    <section
      ref={keepRoomAtTop}
      aria-label={t("label")}
      className="sticky top-2 z-10 flex flex-wrap items-center gap-2 rounded-card border border-line-strong bg-raised px-3.5 py-2 shadow-float max-md:top-15"
    >
      <p role="status" className="me-auto font-medium tabular-nums">
        {t("selected", { count })}
        {selection.isFull ? (
          <span className="ms-2 font-normal text-label text-warn">
            {t("full", { count: selectedAtOnce })}
          </span>
        ) : null}
      </p>
      {selection.areAll ? null : (
        <Button variant="link" size="s" onClick={() => selection.tickAll(true)}>
          {t("wholePage")}
        </Button>
      )}
      {mayChange ? (
        <>
          <Button variant="quiet" size="s" icon={<Tags aria-hidden="true" />} onClick={() => onTask("tags")}>
            {t("tags")}
          </Button>
          <Button
            variant="quiet"
            size="s"
            icon={<Users aria-hidden="true" />}
            onClick={() => onTask("seats")}
          >
            {t("seats")}
          </Button>
        </>
      ) : null}
      {mayChange && mayUseBlueprints ? (
        <Button
          variant="quiet"
          size="s"
          icon={<LayoutTemplate aria-hidden="true" />}
          onClick={() => onTask("blueprint")}
        >
          {t("blueprint")}
        </Button>
      ) : null}
      <Button
        variant="quiet"
        size="s"
        busy={busy}
        icon={<Download aria-hidden="true" />}
        onClick={() => onTask("export")}
      >
        {t("export")}
      </Button>
      <IconButton size="s" label={t("clear")} icon={<X aria-hidden="true" />} onClick={selection.clear} />
    </section>
  );
}
