"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { GroupChips } from "@/components/collections/group-chips";
import { type AskMemberCollections, MemberReachDrawer } from "@/components/people/member-reach-drawer";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { type Sort, Th } from "@/components/ui/table-heading";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { MemberReach } from "@/lib/operations/organization/report-member-access";

type Props = {
  organizationId: string;
  members: readonly MemberReach[];
  sort: Sort;
  askCollections: AskMemberCollections;
  getKey: AskOrganizationKey;
};

/** What each member reaches, in numbers; a row asks for the collections behind them. */
export function MemberAccessReport({ organizationId, members, sort, askCollections, getKey }: Props) {
  const t = useTranslations("members");
  const roles = useTranslations("console.roles");
  const [openId, setOpenId] = useState<string | null>(null);
  const member = members.find(({ id }) => id === openId);
  return (
    <>
      <Table label={t("report.title")} sorts={[{ label: t("list.name"), ...sort }]}>
        <Thead>
          <Th sort={sort}>{t("list.name")}</Th>
          <Th>{t("list.role")}</Th>
          <Th>{t("list.groups")}</Th>
          <Th numeric>{t("report.collections")}</Th>
          <Th numeric>{t("report.items")}</Th>
        </Thead>
        <Tbody>
          {members.map(({ id, userId, name, email, role, groups, reachesAll, collections, items }) => {
            const shown = name ?? email;
            return (
              <Tr key={id} selected={id === openId}>
                <Td narrow="lead">
                  <RowName
                    picture={<PersonAvatar of={{ id, userId }} name={shown} />}
                    name={shown}
                    detail={name ? email : null}
                    onOpen={() => setOpenId(id)}
                  />
                </Td>
                <Td label={t("list.role")}>{roles(role)}</Td>
                <Td label={t("list.groups")} narrow={groups.length > 0 ? "second" : "hidden"}>
                  <GroupChips names={groups} />
                </Td>
                <Td label={t("report.collections")} numeric>
                  {reachesAll ? t("report.all") : collections}
                </Td>
                <Td label={t("report.items")} numeric>
                  {items}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {member ? (
        <MemberReachDrawer
          key={member.id}
          organizationId={organizationId}
          member={member}
          askCollections={askCollections}
          getKey={getKey}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </>
  );
}
