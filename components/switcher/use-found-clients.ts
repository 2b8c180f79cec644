"use client";

import { useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import type { SwitcherActions } from "@/components/switcher/switcher-actions";
import type { FoundClients } from "@/lib/operations/client/find-clients";
import type { MyPlaces } from "@/lib/operations/organization/list-my-places";

/** How long after the last key the server is asked, in milliseconds. */
const patience = 150;

type Offered = Pick<FoundClients, "recent" | "clients">;
type Found = Offered & { typed: string; isMissing: boolean };

/**
 * The clients of one's providers that hold what is typed, asked for as it is typed; before that, those that one was in
 * last. An answer to something else than what is typed now is passed over.
 */
export function useFoundClients(
  ask: SwitcherActions["clients"],
  portals: MyPlaces["portals"],
  typed: string,
): { found: Offered; isAsking: boolean; isMissing: boolean } {
  const [found, setFound] = useState<Found>({ recent: [], clients: [], typed: "", isMissing: false });

  useEffect(() => {
    if (portals.length === 0) return;
    let isWanted = true;
    const timer = window.setTimeout(
      async () => {
        const answers = await Promise.all(
          portals.map(({ id }) => reach(ask({ providerId: id, search: typed }))),
        );
        if (!isWanted) return;
        const served = answers.flatMap((answer) => (answer.ok ? [answer.result] : []));
        setFound({
          recent: served.flatMap(({ recent }) => recent),
          clients: served.flatMap(({ clients }) => clients),
          typed,
          isMissing: answers.some((answer) => !answer.ok && answer.failure.code === "unreachable"),
        });
      },
      typed ? patience : 0,
    );
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [ask, portals, typed]);

  return {
    found,
    isAsking: portals.length > 0 && found.typed !== typed,
    isMissing: found.isMissing,
  };
}
