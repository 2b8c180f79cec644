"use client";

import { useCallback, useState } from "react";
import { reach } from "@/components/forms/reach";
import { useAsked } from "@/components/forms/use-asked";
import type { GroupActions } from "@/components/groups/group-actions";
import type { GroupMembersPage } from "@/lib/operations/group/list-group-members";

export type GroupMember = GroupMembersPage["members"][number];

type Group = { organizationId: string; groupId: string };
type Found = { members: readonly GroupMember[]; next: string | null };

/** Who is in a group, a page at a time: the first when it is shown, and the following as they are asked for. */
export function useGroupMembers({ organizationId, groupId }: Group, ask: GroupActions["listGroupMembers"]) {
  const { answer, askAgain } = useAsked(
    useCallback(() => ask({ organizationId, groupId }), [organizationId, groupId, ask]),
  );
  /** The first page and those that followed, of the answer that they were asked after. */
  const [longer, setLonger] = useState<{ after: typeof answer; found: Found } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const first = answer?.ok ? answer.result : null;
  const found: Found | null = longer && longer.after === answer ? longer.found : first;

  async function more() {
    if (!found?.next) return;
    setAsking(true);
    const page = await reach(ask({ organizationId, groupId, cursor: found.next }));
    setAsking(false);
    if (!page.ok) return;
    const { members, next } = page.result;
    setLonger({ after: answer, found: { members: [...found.members, ...members], next } });
  }

  const missing = answer === null ? ("loading" as const) : ("failed" as const);
  return { found: found ?? missing, more, isAsking, askAgain };
}
