"use client";

import { useEffect, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

/** The organization's members for a picker, asked for when the picker is shown. Unreachable, it stays empty. */
export function useMembers(
  organizationId: string,
  listMembers: CollectionActions["listMembers"],
): readonly AssignableMember[] {
  const [members, setMembers] = useState<readonly AssignableMember[]>([]);
  useEffect(() => {
    let shown = true;
    listMembers({ organizationId }).then(
      (answer) => shown && answer.ok && setMembers(answer.result),
      () => {},
    );
    return () => {
      shown = false;
    };
  }, [organizationId, listMembers]);
  return members;
}
