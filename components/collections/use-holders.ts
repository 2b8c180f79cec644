"use client";

import { useCallback } from "react";
import type { CollectionActions, Holder } from "@/components/collections/collection-actions";
import { useAsked } from "@/components/forms/use-asked";

export type Holders = readonly Holder[] | "loading" | "failed";

/** Everybody who has a collection, as read last, and a way to read again. */
export function useHolders(
  organizationId: string,
  collectionId: string,
  getCollection: CollectionActions["getCollection"],
): { holders: Holders; reload: () => void } {
  const { answer, askAgain } = useAsked(
    useCallback(
      () => getCollection({ organizationId, collectionId }),
      [organizationId, collectionId, getCollection],
    ),
  );
  if (answer === null) return { holders: "loading", reload: askAgain };
  return { holders: answer.ok ? answer.result.members : "failed", reload: askAgain };
}
