"use client";

import { useEffect, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import type { AssignableMembers } from "@/lib/operations/organization/list-assignable-members";

export type Members = AssignableMembers | "loading" | "failed";

/** A search that fails leaves in sight what was found before. */
const orFailed = (before: Members): Members => (typeof before === "string" ? "failed" : before);

/** Members for a picker, asked for when it is shown: the first by name, and then those who are searched for. */
export function useMembers(
  organizationId: string,
  listMembers: CollectionActions["listMembers"],
): { members: Members; search: (text: string) => void } {
  const [text, search] = useState("");
  const [members, setMembers] = useState<Members>("loading");
  useEffect(() => {
    let shown = true;
    // What was found before stays in sight until there is something else.
    listMembers({ organizationId, search: text }).then(
      (answer) => shown && setMembers(answer.ok ? answer.result : orFailed),
      () => shown && setMembers(orFailed),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, listMembers, text]);
  return { members, search };
}
