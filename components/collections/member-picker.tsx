"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
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

/** Chooses members one after the other. Where there are more than are offered, a box searches for the others. */
export function MemberPicker({ offered: { members, areMore }, isChosen, onSearch, onAdd }: Props) {
  const t = useTranslations("collections.access");
  const ofTeam = useTranslations("members.list");
  // The box stays when a search leaves few.
  const [isLong, setLong] = useState(areMore);
  if (areMore && !isLong) setLong(true);
  const free = members.filter(({ id }) => !isChosen(id));

  function add(id: string) {
    const member = free.find((each) => each.id === id);
    if (member) onAdd(member);
  }

  return (
    <>
      {isLong ? <SearchBox label={t("search")} onSearch={onSearch} /> : null}
      <Field label={t("add")} hint={areMore ? t("areMore", { count: members.length }) : undefined}>
        {(control) => (
          <Select
            {...control}
            value=""
            disabled={free.length === 0}
            onChange={({ target }) => add(target.value)}
            options={[
              { value: "", label: t("choose") },
              ...free.map(({ id, name, email, ofProvider }) => ({
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
