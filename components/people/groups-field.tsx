"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useAsked } from "@/components/forms/use-asked";
import { Checkbox } from "@/components/ui/checkbox";
import { FailureState } from "@/components/ui/failure-state";
import { SearchBox } from "@/components/ui/search-box";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/http/result";
import type { ListedGroups } from "@/lib/operations/group/list-groups";

export type NamedGroup = { id: string; name: string };

export type ListGroupsAction = (input: {
  organizationId: string;
  search: string;
}) => Promise<ActionResult<ListedGroups>>;

type Props = {
  organizationId: string;
  listGroups: ListGroupsAction;
  chosen: readonly NamedGroup[];
  onChange: (groups: NamedGroup[]) => void;
};

/** Which groups somebody is in: those chosen first, then the others by name. Where there are many, a box searches. */
export function GroupsField({ organizationId, listGroups, chosen, onChange }: Props) {
  const t = useTranslations("members.groups");
  const [search, setSearch] = useState("");
  const { answer } = useAsked(
    useCallback(() => listGroups({ organizationId, search }), [organizationId, search, listGroups]),
  );
  // Those that were in it when the field was shown keep their place at the top when they are unticked.
  const [pinned] = useState(chosen);
  const isChosen = (id: string) => chosen.some((group) => group.id === id);
  const top = [...pinned, ...chosen.filter(({ id }) => !pinned.some((group) => group.id === id))];
  const found = answer?.ok
    ? answer.result.groups.filter(({ id }) => !top.some((group) => group.id === id))
    : [];
  const isLong = search !== "" || (answer?.ok === true && answer.result.next !== null);
  const box = ({ id, name }: NamedGroup) => (
    <li key={id}>
      <Checkbox
        checked={isChosen(id)}
        onChange={({ target }) =>
          onChange(target.checked ? [...chosen, { id, name }] : chosen.filter((group) => group.id !== id))
        }
      >
        <bdi>{name}</bdi>
      </Checkbox>
    </li>
  );

  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("legend")}</legend>
      {isLong ? <SearchBox label={t("search")} onSearch={setSearch} /> : null}
      {answer?.ok === false ? <FailureState title={t("failed")}>{t("failedText")}</FailureState> : null}
      {answer === null && top.length === 0 ? <Skeleton height="60px" /> : null}
      {answer?.ok && top.length + found.length === 0 ? (
        <p className="text-muted">{t(search ? "nothing" : "none")}</p>
      ) : null}
      <ul className="flex flex-col gap-1.5">{[...top, ...found].map(box)}</ul>
    </fieldset>
  );
}
