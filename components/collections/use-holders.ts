"use client";

import { useCallback, useEffect, useState } from "react";
import type { CollectionActions, Holder } from "@/components/collections/collection-actions";

export type Holders = readonly Holder[] | "loading" | "failed";

/** Everybody who has a collection, as read last, and a way to read again. */
export function useHolders(
  organizationId: string,
  collectionId: string,
  getCollection: CollectionActions["getCollection"],
): { holders: Holders; reload: () => void } {
  const [round, setRound] = useState(0);
  const [holders, setHolders] = useState<Holders>("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads again
  useEffect(() => {
    let shown = true;
    setHolders("loading");
    getCollection({ organizationId, collectionId }).then(
      (answer) => shown && setHolders(answer.ok ? answer.result.members : "failed"),
      () => shown && setHolders("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, collectionId, getCollection, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { holders, reload };
}
