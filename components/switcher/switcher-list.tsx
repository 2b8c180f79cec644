"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Offered } from "@/components/shell/switcher-state";
import { choiceOf } from "@/components/switcher/entry";
import type { SwitcherActions } from "@/components/switcher/switcher-actions";
import { SwitcherItem } from "@/components/switcher/switcher-item";
import { useFoundClients } from "@/components/switcher/use-found-clients";
import { usePlaces } from "@/components/switcher/use-places";
import { useSections } from "@/components/switcher/use-sections";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = { actions: SwitcherActions; offered: Offered; onDone: () => void };

/** What is typed, and what fits it. Arrows choose, Enter goes there. */
export function SwitcherList({ actions, offered, onDone }: Props) {
  const t = useTranslations("ui.switcher");
  const [text, setText] = useState("");
  const typed = text.trim();
  const places = usePlaces(actions.places);
  const { found, isAsking, isMissing } = useFoundClients(actions.clients, places.portals, typed);
  const sections = useSections({ typed, offered, places, found });
  const values = sections.flatMap(({ id, entries }) => entries.map((entry) => choiceOf(id, entry)));
  // Until somebody moves, the first is chosen: also when it comes later than the others, from the server.
  const [moved, setMoved] = useState<string | null>(null);
  const chosen = moved !== null && values.includes(moved) ? moved : (values[0] ?? "");
  const hasMoved = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // The list may be fetched only after the dialog has looked for a field to begin in.
  useEffect(() => field.current?.focus(), []);

  function type(next: string) {
    hasMoved.current = false;
    setMoved(null);
    setText(next);
  }

  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);

  return (
    // The clients are searched on the server, and the rest in `fitting`.
    <Command
      label={t("title")}
      shouldFilter={false}
      loop
      value={chosen}
      onValueChange={(value) => hasMoved.current && setMoved(value)}
      onKeyDown={() => {
        hasMoved.current = true;
      }}
      onPointerMove={() => {
        hasMoved.current = true;
      }}
    >
      <Command.Input
        ref={field}
        value={text}
        onValueChange={type}
        aria-label={t("placeholder")}
        placeholder={t("placeholder")}
        className="control h-10 w-full px-3"
      />
      <Command.List
        label={t("results")}
        className="mt-3 -mb-2 h-[min(26rem,55dvh)] scroll-py-2 overflow-y-auto overscroll-contain"
      >
        {sections.map(({ id, title, entries }) => (
          <Command.Group
            key={id}
            heading={title}
            className="mb-2 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-muted"
          >
            {entries.map((entry) => (
              <SwitcherItem key={entry.id} section={id} entry={entry} onDone={onDone} />
            ))}
          </Command.Group>
        ))}
        {count === 0 && !isAsking ? (
          <p className="px-2.5 py-6 text-center text-muted">{t("nothing")}</p>
        ) : null}
      </Command.List>
      {isMissing ? <p className="mt-2 text-label text-warn">{t("missing")}</p> : null}
      <VisuallyHidden>
        <span role="status">{isAsking ? "" : t("found", { count })}</span>
      </VisuallyHidden>
    </Command>
  );
}
