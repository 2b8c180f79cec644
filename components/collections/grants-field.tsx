"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Grant, Holder } from "@/components/collections/collection-actions";
import { PermissionSelect } from "@/components/collections/permission-select";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { RowName } from "@/components/ui/row-name";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import { usualPermission } from "@/lib/domain/collection/permission";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

type Props = {
  /** Those who are offered: the first by name, or those searched for. */
  members: readonly AssignableMember[];
  /** Whether there are more than are offered: then a box searches for the others. */
  areMore: boolean;
  onSearch: (text: string) => void;
  /** Members who have it already. They are shown even if it could not be given to them now. */
  holders?: readonly Holder[];
  grants: readonly Grant[];
  onChange: (grants: Grant[]) => void;
};

/** Who has a collection: each member with a permission, and a warning when nobody manages it. */
export function GrantsField({ members, areMore, onSearch, holders = [], grants, onChange }: Props) {
  const t = useTranslations("collections.access");
  const ofTeam = useTranslations("members.list");
  const [isLong, setLong] = useState(areMore);
  if (areMore && !isLong) setLong(true);
  // A member who was added stays known when the next search offers others.
  const [added, setAdded] = useState<readonly AssignableMember[]>([]);
  const given = grants.flatMap((grant) => {
    const member =
      [...members, ...added].find(({ id }) => id === grant.memberId) ??
      holders.find(({ memberId }) => memberId === grant.memberId);
    return member ? [{ ...grant, member, shown: member.name ?? member.email }] : [];
  });
  const free = members.filter(({ id }) => !grants.some(({ memberId }) => memberId === id));

  function add(id: string) {
    const member = free.find((each) => each.id === id);
    if (!member) return;
    setAdded([...added, member]);
    onChange([...grants, { memberId: member.id, permission: usualPermission(member.role) }]);
  }

  return (
    <div className="flex flex-col gap-3">
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
      {given.length === 0 ? <p className="text-label text-muted">{t("nobody")}</p> : null}
      <ul className="flex flex-col gap-2">
        {given.map(({ memberId, permission, member, shown }) => (
          <li key={memberId} className="flex flex-wrap items-center gap-2">
            <div className="min-w-40 flex-1">
              <RowName
                picture={<Avatar id={member.userId ?? memberId} name={shown} kind="person" size="s" />}
                name={shown}
                detail={member.name ? member.email : null}
                badge={member.ofProvider ? <Badge tone="brass">{ofTeam("ofProvider")}</Badge> : null}
              />
            </div>
            <PermissionSelect
              label={t("permissionOf", { name: shown })}
              value={permission}
              onChange={(next) =>
                onChange(
                  grants.map((grant) =>
                    grant.memberId === memberId && next ? { ...grant, permission: next } : grant,
                  ),
                )
              }
            />
            <IconButton
              size="s"
              label={t("remove", { name: shown })}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(grants.filter((grant) => grant.memberId !== memberId))}
            />
          </li>
        ))}
      </ul>
      {grants.some(({ permission }) => permission === "manage") ? null : (
        <Callout tone="warn" title={t("noManager")}>
          {t("noManagerText")}
        </Callout>
      )}
    </div>
  );
}
