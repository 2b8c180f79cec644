"use client";

import { useCallback, useEffect, useState } from "react";
import type { GroupActions } from "@/components/groups/group-actions";
import type { GroupMembersPage } from "@/lib/operations/group/list-group-members";

export type GroupMember = GroupMembersPage["members"][number];

type Group = { organizationId: string; groupId: string };
type Found = { members: readonly GroupMember[]; next: string | null };

/** Who is in a group, a page at a time: the first when it is shown, and the following as they are asked for. */
export function useGroupMembers({ organizationId, groupId }: Group, ask: GroupActions["listGroupMembers"]) {
  const [found, setFound] = useState<Found | "loading" | "failed">("loading");
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    let shown = true;
    ask({ organizationId, groupId }).then(
      (answer) => shown && setFound(answer.ok ? answer.result : "failed"),
      () => shown && setFound("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, groupId, ask]);

  const more = useCallback(async () => {
    if (typeof found === "string" || !found.next) return;
    setAsking(true);
    const answer = await ask({ organizationId, groupId, cursor: found.next }).catch(() => null);
    setAsking(false);
    if (!answer?.ok) return;
    const { members, next } = answer.result;
    setFound({ members: [...found.members, ...members], next });
  }, [organizationId, groupId, ask, found]);

  return { found, more, isAsking };
}
