"use client";

import { useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import { KeyRefused } from "@/components/vault/hold-key";
import type { ActionResult } from "@/lib/http/result";
import type { ListedCollection, ListedCollections } from "@/lib/operations/collection/list-collections";

export type ListCollectionsPage = (input: {
  organizationId: string;
  cursor?: string;
}) => Promise<ActionResult<ListedCollections>>;

/**
 * Every collection of an organization, asked for a page after the other.
 *
 * @throws {KeyRefused} with why a page is not there.
 */
export async function everyCollection(
  organizationId: string,
  listCollections: ListCollectionsPage,
): Promise<ListedCollection[]> {
  const rows: ListedCollection[] = [];
  let cursor: string | null = null;
  do {
    const answer: ActionResult<ListedCollections> = await reach(
      listCollections({ organizationId, ...(cursor ? { cursor } : {}) }),
    );
    if (!answer.ok) throw new KeyRefused(answer.failure);
    rows.push(...answer.result.collections);
    cursor = answer.result.next;
  } while (cursor);
  return rows;
}

/**
 * The same for a picker: names are sealed, so nobody but this device can search them. Null until the last page is there.
 */
export function useAllCollections(
  organizationId: string,
  listCollections: ListCollectionsPage,
): readonly ListedCollection[] | "failed" | null {
  const [all, setAll] = useState<readonly ListedCollection[] | "failed" | null>(null);
  useEffect(() => {
    let isOver = false;
    everyCollection(organizationId, listCollections).then(
      (rows) => isOver || setAll(rows),
      () => isOver || setAll("failed"),
    );
    return () => {
      isOver = true;
    };
  }, [organizationId, listCollections]);
  return all;
}
