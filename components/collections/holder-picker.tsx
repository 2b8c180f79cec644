"use client";

import { useTranslations } from "next-intl";
import { PickOne } from "@/components/collections/pick-one";
import { useMemberOptions } from "@/components/collections/use-member-options";
import type { Offered } from "@/components/collections/use-offered";
import type { GroupName } from "@/lib/operations/group/list-group-names";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

export type ChosenHolder = { kind: "member"; member: AssignableMember } | { kind: "group"; group: GroupName };

type Props = {
  offered: Offered;
  /** Whether a member or a group is chosen already. */
  isChosen: (id: string) => boolean;
  onSearch: (text: string) => void;
  onAdd: (holder: ChosenHolder) => void;
};

/** Chooses members and groups, one after the other. */
export function HolderPicker({ offered: { members, groups, areMore }, isChosen, onSearch, onAdd }: Props) {
  const t = useTranslations("collections.access");
  const options = useMemberOptions();
  const freeGroups = groups.filter(({ id }) => !isChosen(id));
  const freeMembers = members.filter(({ id }) => !isChosen(id));

  function add(id: string) {
    const group = freeGroups.find((each) => each.id === id);
    const member = freeMembers.find((each) => each.id === id);
    if (group) onAdd({ kind: "group", group });
    else if (member) onAdd({ kind: "member", member });
  }

  return (
    <PickOne
      words={{
        label: t("addHolder"),
        choose: t("chooseHolder"),
        search: t("searchHolders"),
        areMore: t("areMore", { count: members.length + groups.length }),
      }}
      free={[
        ...freeGroups.map(({ id, name }) => ({ value: id, label: t("groupNamed", { name }) })),
        ...options(freeMembers),
      ]}
      areMore={areMore}
      onSearch={onSearch}
      onPick={add}
    />
  );
}
