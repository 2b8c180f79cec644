"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Offered } from "@/components/collections/use-offered";
import { Field } from "@/components/ui/field";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
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

/** Chooses members and groups, one after the other. Where there are more than are offered, a box searches for others. */
export function HolderPicker({ offered: { members, groups, areMore }, isChosen, onSearch, onAdd }: Props) {
  const t = useTranslations("collections.access");
  const ofTeam = useTranslations("members.list");
  // The box stays when a search leaves few.
  const [isLong, setLong] = useState(areMore);
  if (areMore && !isLong) setLong(true);
  const freeGroups = groups.filter(({ id }) => !isChosen(id));
  const freeMembers = members.filter(({ id }) => !isChosen(id));

  function add(id: string) {
    const group = freeGroups.find((each) => each.id === id);
    const member = freeMembers.find((each) => each.id === id);
    if (group) onAdd({ kind: "group", group });
    else if (member) onAdd({ kind: "member", member });
  }

  return (
    <>
      {isLong ? <SearchBox label={t("searchHolders")} onSearch={onSearch} /> : null}
      <Field
        label={t("addHolder")}
        hint={areMore ? t("areMore", { count: members.length + groups.length }) : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value=""
            disabled={freeGroups.length + freeMembers.length === 0}
            onChange={({ target }) => add(target.value)}
            options={[
              { value: "", label: t("chooseHolder") },
              ...freeGroups.map(({ id, name }) => ({ value: id, label: t("groupNamed", { name }) })),
              ...freeMembers.map(({ id, name, email, ofProvider }) => ({
                value: id,
                label: [name, email, ofProvider && ofTeam("ofProvider")].filter(Boolean).join(" · "),
              })),
            ]}
          />
        )}
      </Field>
    </>
  );
}
