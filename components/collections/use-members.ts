"use client";

import { useCallback, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { useAsked } from "@/components/forms/use-asked";
import type { AssignableMembers } from "@/lib/operations/organization/list-assignable-members";

export type Members = AssignableMembers | "loading" | "failed";

/** Members for a picker, asked for when it is shown: the first by name, and then those who are searched for. */
export function useMembers(
  organizationId: string,
  listMembers: CollectionActions["listMembers"],
): { members: Members; search: (text: string) => void } {
  const [text, search] = useState("");
  // What was found before stays in sight until there is something else, and also if the next search fails.
  const [found, setFound] = useState<AssignableMembers | null>(null);
  const { answer } = useAsked(
    useCallback(() => listMembers({ organizationId, search: text }), [organizationId, listMembers, text]),
  );
  if (answer?.ok && answer.result !== found) setFound(answer.result);
  return { members: found ?? (answer?.ok === false ? "failed" : "loading"), search };
}
