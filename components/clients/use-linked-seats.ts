"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ClientRow } from "@/components/clients/clients";
import { listAddress } from "@/components/lists/list-address";

/** The client whose seats an address asks to change: `?seats=` with its id, where the page lists it. */
export function useLinkedSeats(clients: readonly ClientRow[]) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const asked = params.get("seats");
  const client = clients.find(({ id }) => id === asked);

  function leaveLink() {
    if (!asked) return;
    const address = listAddress(pathname, Object.fromEntries(params), { seats: undefined });
    router.replace(address as Parameters<typeof router.replace>[0], { scroll: false });
  }

  return { linked: client ? ({ kind: "seats", client } as const) : null, leaveLink };
}
