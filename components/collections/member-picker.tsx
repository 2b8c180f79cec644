"use client";

import { useTranslations } from "next-intl";
import { PickOne } from "@/components/collections/pick-one";
import { useMemberOptions } from "@/components/collections/use-member-options";
import type {
  AssignableMember,
  AssignableMembers,
} from "@/lib/operations/organization/list-assignable-members";

type Props = {
  /** Those who are offered: the first by name, or those searched for. */
  offered: AssignableMembers;
  /** Whether somebody is chosen already. */
  isChosen: (id: string) => boolean;
  onSearch: (text: string) => void;
  onAdd: (member: AssignableMember) => void;
};

/** Chooses members one after the other. */
export function MemberPicker({ offered: { members, areMore }, isChosen, onSearch, onAdd }: Props) {
  const t = useTranslations("collections.access");
  const options = useMemberOptions();
  const free = members.filter(({ id }) => !isChosen(id));

  function add(id: string) {
    const member = free.find((each) => each.id === id);
    if (member) onAdd(member);
  }

  return (
    <PickOne
      words={{
        label: t("add"),
        choose: t("choose"),
        search: t("search"),
        areMore: t("areMore", { count: members.length }),
      }}
      free={options(free)}
      areMore={areMore}
      onSearch={onSearch}
      onPick={add}
    />
  );
}
