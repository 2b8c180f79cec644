"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MemberRow } from "@/components/members/member-actions";
import { entriesFor, entriesForAll, type MemberAct } from "@/components/members/member-menu";
import { shownName } from "@/components/people/shown-name";
import type { Sort } from "@/components/providers/list-address";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table } from "@/components/ui/table";
import { Tbody } from "@/components/ui/table-body";
import { Thead } from "@/components/ui/table-head";
import { Td } from "@/components/ui/td";
import { Th } from "@/components/ui/th";
import { Tr } from "@/components/ui/tr";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ProviderMemberId } from "@/lib/domain/ids";

type Props = {
  members: MemberRow[];
  yourMemberId: ProviderMemberId;
  sorts: { name: Sort; role: Sort };
  onAct: (what: MemberAct, members: MemberRow[]) => void;
};

export function MemberTable({ members, yourMemberId, sorts, onAct }: Props) {
  const t = useTranslations("members");
  const roles = useTranslations("portal.roles");
  const [selected, setSelected] = useState<ReadonlySet<ProviderMemberId>>(new Set());
  const chosen = members.filter(({ id }) => selected.has(id));

  function tick(ids: ProviderMemberId[], isTicked: boolean) {
    const next = new Set(selected);
    for (const id of ids) {
      if (isTicked) next.add(id);
      else next.delete(id);
    }
    setSelected(next);
  }

  return (
    <Table
      label={t("list.label")}
      inset={80}
      sorts={[
        { label: t("list.name"), ...sorts.name },
        { label: t("list.role"), ...sorts.role },
      ]}
    >
      <Thead>
        <Th tight>
          <Checkbox
            aria-label={t("list.selectAll")}
            checked={chosen.length > 0 && chosen.length === members.length}
            partly={chosen.length > 0 && chosen.length < members.length}
            onChange={(event) =>
              tick(
                members.map(({ id }) => id),
                event.target.checked,
              )
            }
          />
        </Th>
        <Th sort={sorts.name}>{t("list.name")}</Th>
        <Th sort={sorts.role}>{t("list.role")}</Th>
        <Th tight>
          {chosen.length > 0 ? (
            <RowMenu
              label={t("list.bulk")}
              entries={entriesForAll(chosen, t, (what) => onAct(what, chosen))}
            />
          ) : (
            <VisuallyHidden>{t("list.bulk")}</VisuallyHidden>
          )}
        </Th>
      </Thead>
      <Tbody>
        {members.map((member) => (
          <Tr key={member.id} selected={selected.has(member.id)}>
            <Td narrow="select">
              <Checkbox
                aria-label={t("list.select", { name: shownName(member) })}
                checked={selected.has(member.id)}
                onChange={(event) => tick([member.id], event.target.checked)}
              />
            </Td>
            <Td narrow="lead">
              <RowName
                picture={<Avatar id={member.userId ?? member.id} name={shownName(member)} kind="person" />}
                name={shownName(member)}
                onOpen={() => onAct("role", [member])}
                detail={member.name ? member.email : null}
                badge={
                  member.id === yourMemberId ? (
                    <Badge tone="neutral">{t("list.you")}</Badge>
                  ) : (
                    <StatusBadge status={member.status} />
                  )
                }
              />
            </Td>
            <Td>{roles(member.role)}</Td>
            <Td narrow="end">
              <RowMenu
                label={t("list.options", { name: shownName(member) })}
                entries={entriesFor(member, member.id === yourMemberId, t, (what) => onAct(what, [member]))}
              />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function StatusBadge({ status }: Pick<MemberRow, "status">) {
  const t = useTranslations("members.status");
  if (status === "confirmed") return null;
  return <Badge tone={status === "accepted" ? "warn" : "neutral"}>{t(status)}</Badge>;
}
