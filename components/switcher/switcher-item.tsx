"use client";

import { Command } from "cmdk";
import type { CSSProperties } from "react";
import { choiceOf, type Entry } from "@/components/switcher/entry";
import { Avatar } from "@/components/ui/avatar";
import { colorOf } from "@/components/ui/color-of";
import { cx } from "@/components/ui/cx";

type Props = { section: string; entry: Entry; onDone: () => void };

/** One line of the switcher. A client has its colour at the edge, as its console has. */
export function SwitcherItem({ section, entry, onDone }: Props) {
  const { id, label, detail, icon, client, run } = entry;
  const clientId = client ? (id.split(" ")[1] ?? id) : null;
  const style = clientId ? ({ "--client": colorOf(clientId) } as CSSProperties) : undefined;

  function choose() {
    onDone();
    run();
  }

  return (
    <Command.Item
      value={choiceOf(section, entry)}
      onSelect={choose}
      style={style}
      className={cx(
        "flex min-h-10 cursor-pointer items-center gap-2.5 rounded-item px-2.5 py-1 data-[selected=true]:bg-tint forced-colors:data-[selected=true]:outline-2 forced-colors:data-[selected=true]:-outline-offset-2",
        clientId && "rounded-s-none border-s-[3px] border-s-(--client)",
      )}
    >
      {clientId ? (
        <Avatar id={clientId} name={label} kind="organization" />
      ) : (
        <span className="grid size-8 flex-none place-items-center text-muted">{icon}</span>
      )}
      <bdi className="wrap-anywhere min-w-0">{label}</bdi>
      {detail ? <span className="ms-auto flex-none text-label text-muted">{detail}</span> : null}
    </Command.Item>
  );
}
