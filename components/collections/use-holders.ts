"use client";

import { useCallback } from "react";
import type { CollectionActions, Holders } from "@/components/collections/collection-actions";
import { useAsked } from "@/components/forms/use-asked";

/** Every member and group that has a collection, as read last, and a way to read again. */
export function useHolders(
  organizationId: string,
  collectionId: string,
  getCollection: CollectionActions["getCollection"],
): { holders: Holders | "loading" | "failed"; reload: () => void } {
  const { answer, askAgain } = useAsked(
    useCallback(
      () => getCollection({ organizationId, collectionId }),
      [organizationId, collectionId, getCollection],
    ),
  );
  if (answer === null) return { holders: "loading", reload: askAgain };
  return { holders: answer.ok ? answer.result : "failed", reload: askAgain };
}
