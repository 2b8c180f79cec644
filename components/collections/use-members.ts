"use client";

import { useEffect, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

export type Members = readonly AssignableMember[] | "loading" | "failed";

/** The organization's members for a picker, asked for when the picker is shown. */
export function useMembers(organizationId: string, listMembers: CollectionActions["listMembers"]): Members {
  const [members, setMembers] = useState<Members>("loading");
  useEffect(() => {
    let shown = true;
    listMembers({ organizationId }).then(
      (answer) => shown && setMembers(answer.ok ? answer.result : "failed"),
      () => shown && setMembers("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, listMembers]);
  return members;
}
