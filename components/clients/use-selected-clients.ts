"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import type { ClientRow } from "@/components/clients/clients";
import { selectedAtOnce } from "@/lib/domain/selection";

/** Which clients are ticked, over all pages of the list and whatever it is filtered by. */
export function useSelectedClients(shown: readonly ClientRow[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ClientRow>>(new Map());
  // What a page shows is newer than what was ticked on it before.
  const fresh = new Map(shown.map((client) => [client.id as string, client]));
  const selected = [...chosen.values()].map((client) => fresh.get(client.id) ?? client);
  const leftPage = useLeftPage(shown);
  if (leftPage.some((id) => chosen.has(id)))
    setChosen(new Map([...chosen].filter(([id]) => !leftPage.includes(id))));
  const here = shown.filter(({ id }) => chosen.has(id)).length;

  function tick(clients: readonly ClientRow[], isTicked: boolean) {
    const next = new Map(chosen);
    for (const client of clients) {
      if (!isTicked) next.delete(client.id);
      else if (next.size < selectedAtOnce) next.set(client.id, client);
    }
    setChosen(next);
  }

  return {
    selected,
    isSelected: (id: string) => chosen.has(id),
    isFull: chosen.size >= selectedAtOnce,
    tick: (client: ClientRow, isTicked: boolean) => tick([client], isTicked),
    tickAll: (isTicked: boolean) => tick(shown, isTicked),
    clear: () => setChosen(new Map()),
    areAll: shown.length > 0 && here === shown.length,
    areSome: here > 0 && here < shown.length,
  };
}

/** Who was on this very page and is not there any more: unlinked, or out of what the list is filtered by. */
function useLeftPage(shown: readonly ClientRow[]): readonly string[] {
  const address = `${usePathname()}?${useSearchParams()}`;
  const ids = shown.map(({ id }) => id);
  const [before, setBefore] = useState({ address, ids });
  if (before.address === address && before.ids.join() === ids.join()) return [];
  setBefore({ address, ids });
  return before.address === address ? before.ids.filter((id) => !ids.includes(id)) : [];
}

export type SelectedClients = ReturnType<typeof useSelectedClients>;
