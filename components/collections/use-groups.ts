"use client";

import { useCallback, useState } from "react";
import type { HolderQuestions } from "@/components/collections/collection-actions";
import { useAsked } from "@/components/forms/use-asked";
import type { GroupNames } from "@/lib/operations/group/list-group-names";

const none: GroupNames = { groups: [], areMore: false };

/** Groups for a picker: the first by name, and then those searched for. None where they cannot be had. */
export function useGroups(
  organizationId: string,
  listGroups: HolderQuestions["listGroups"],
): { groups: GroupNames | "loading"; search: (text: string) => void } {
  const [text, search] = useState("");
  const [found, setFound] = useState<GroupNames | null>(null);
  const { answer } = useAsked(
    useCallback(() => listGroups({ organizationId, search: text }), [organizationId, listGroups, text]),
  );
  if (answer?.ok && answer.result !== found) setFound(answer.result);
  return { groups: found ?? (answer?.ok === false ? none : "loading"), search };
}
