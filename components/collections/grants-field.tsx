"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Access, Holders } from "@/components/collections/collection-actions";
import { GrantRow } from "@/components/collections/grant-row";
import { type ChosenHolder, HolderPicker } from "@/components/collections/holder-picker";
import { NoManager } from "@/components/collections/no-manager";
import { StatusBadge } from "@/components/collections/status-badge";
import type { Offered } from "@/components/collections/use-offered";
import { Badge } from "@/components/ui/badge";
import { IconTile } from "@/components/ui/icon-tile";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { usualPermission } from "@/lib/domain/collection/permission";
import type { GroupName } from "@/lib/operations/group/list-group-names";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

type Props = {
  offered: Offered;
  onSearch: (text: string) => void;
  /** Those who have it already. They are shown even if it could not be given to them now. */
  holders?: Holders;
  access: Access;
  /** Whoever makes it manages it, beside those who are given it. */
  makerManages?: boolean;
  onChange: (access: Access) => void;
};

const nobody: Holders = { members: [], groups: [] };

/** Who has a collection: members and groups, each with a permission, and a warning when nobody manages it. */
export function GrantsField(props: Props) {
  const { offered, onSearch, holders = nobody, access, makerManages = false, onChange } = props;
  const t = useTranslations("collections.access");
  const ofTeam = useTranslations("members.list");
  // Whoever was added stays known when the next search offers others.
  const [addedMembers, setAddedMembers] = useState<readonly AssignableMember[]>([]);
  const [addedGroups, setAddedGroups] = useState<readonly GroupName[]>([]);
  const { members, groups } = access;
  const memberOf = (id: string) =>
    [...offered.members, ...addedMembers].find((each) => each.id === id) ??
    holders.members.find(({ memberId }) => memberId === id);
  const groupOf = (id: string) =>
    [...offered.groups, ...addedGroups].find((each) => each.id === id) ??
    holders.groups.find(({ groupId }) => groupId === id);

  function add(holder: ChosenHolder) {
    if (holder.kind === "group") {
      setAddedGroups([...addedGroups, holder.group]);
      return onChange({ ...access, groups: [...groups, { groupId: holder.group.id, permission: "edit" }] });
    }
    const { id, role } = holder.member;
    setAddedMembers([...addedMembers, holder.member]);
    onChange({ ...access, members: [...members, { memberId: id, permission: usualPermission(role) }] });
  }

  return (
    <div className="flex flex-col gap-3">
      <HolderPicker
        offered={offered}
        isChosen={(id) =>
          members.some(({ memberId }) => memberId === id) || groups.some(({ groupId }) => groupId === id)
        }
        onSearch={onSearch}
        onAdd={add}
      />
      {members.length + groups.length === 0 && !makerManages ? (
        <p className="text-label text-muted">{t("nobody")}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {groups.map(({ groupId, permission }) => (
          <GrantRow
            key={groupId}
            picture={
              <IconTile>
                <UsersRound aria-hidden="true" />
              </IconTile>
            }
            name={groupOf(groupId)?.name ?? "–"}
            detail={t("isGroup")}
            permission={permission}
            onChange={(next) =>
              onChange({
                ...access,
                groups: groups.map((grant) =>
                  grant.groupId === groupId ? { ...grant, permission: next } : grant,
                ),
              })
            }
            onRemove={() =>
              onChange({ ...access, groups: groups.filter((grant) => grant.groupId !== groupId) })
            }
          />
        ))}
        {members.map(({ memberId, permission }) => {
          const member = memberOf(memberId);
          if (!member) return null;
          const name = member.name ?? member.email;
          return (
            <GrantRow
              key={memberId}
              picture={<PersonAvatar of={{ id: memberId, userId: member.userId }} name={name} size="s" />}
              name={name}
              detail={member.name ? member.email : null}
              badge={
                <>
                  <StatusBadge status={member.status} />
                  {member.ofProvider ? <Badge tone="brass">{ofTeam("ofProvider")}</Badge> : null}
                </>
              }
              permission={permission}
              onChange={(next) =>
                onChange({
                  ...access,
                  members: members.map((grant) =>
                    grant.memberId === memberId ? { ...grant, permission: next } : grant,
                  ),
                })
              }
              onRemove={() =>
                onChange({ ...access, members: members.filter((grant) => grant.memberId !== memberId) })
              }
            />
          );
        })}
      </ul>
      {makerManages ? <p className="text-label text-muted">{t("makerManages")}</p> : null}
      {makerManages ? null : <NoManager access={access} />}
    </div>
  );
}
