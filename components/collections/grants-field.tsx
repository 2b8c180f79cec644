"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Grant, Holder } from "@/components/collections/collection-actions";
import { MemberPicker } from "@/components/collections/member-picker";
import { PermissionSelect } from "@/components/collections/permission-select";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { IconButton } from "@/components/ui/icon-button";
import { RowName } from "@/components/ui/row-name";
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
  // A member who was added stays known when the next search offers others.
  const [added, setAdded] = useState<readonly AssignableMember[]>([]);
  const given = grants.flatMap((grant) => {
    const member =
      [...members, ...added].find(({ id }) => id === grant.memberId) ??
      holders.find(({ memberId }) => memberId === grant.memberId);
    return member ? [{ ...grant, member, shown: member.name ?? member.email }] : [];
  });

  function add(member: AssignableMember) {
    setAdded([...added, member]);
    onChange([...grants, { memberId: member.id, permission: usualPermission(member.role) }]);
  }

  return (
    <div className="flex flex-col gap-3">
      <MemberPicker
        offered={{ members: [...members], areMore }}
        isChosen={(id) => grants.some(({ memberId }) => memberId === id)}
        onSearch={onSearch}
        onAdd={add}
      />
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
