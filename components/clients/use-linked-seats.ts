"use client";

import type { ClientRow } from "@/components/clients/clients";
import { useLinkedWord } from "@/components/lists/use-linked-word";

/** The client whose seats an address asks to change: `?seats=` with its id, where the page lists it. */
export function useLinkedSeats(clients: readonly ClientRow[]) {
  const { asked, leave } = useLinkedWord("seats");
  const client = clients.find(({ id }) => id === asked);
  return { linked: client ? ({ kind: "seats", client } as const) : null, leaveLink: leave };
}
