"use client";

import { useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import type { SwitcherActions } from "@/components/switcher/switcher-actions";
import type { MyPlaces } from "@/lib/operations/organization/list-my-places";

const nowhere: MyPlaces = { consoles: [], portals: [] };

/** Where one has a place. Without an answer, the pages and actions are offered alone. */
export function usePlaces(ask: SwitcherActions["places"]): MyPlaces {
  const [places, setPlaces] = useState(nowhere);
  useEffect(() => {
    let isWanted = true;
    void reach(ask({})).then((answer) => {
      if (isWanted && answer.ok) setPlaces(answer.result);
    });
    return () => {
      isWanted = false;
    };
  }, [ask]);
  return places;
}
