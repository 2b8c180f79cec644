"use client";

import { Folder, Pencil, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useKept } from "@/components/forms/kept";
import { GroupAccessDrawer } from "@/components/groups/group-access-drawer";
import type { GroupActions } from "@/components/groups/group-actions";
import { GroupMembersDrawer } from "@/components/groups/group-members-drawer";
import { GroupNameDialog } from "@/components/groups/group-name-dialog";
import { IconTile } from "@/components/ui/icon-tile";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { type Sort, Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ListedGroup } from "@/lib/operations/group/list-groups";

type Props = {
  organizationId: string;
  groups: readonly ListedGroup[];
  sort: Sort;
  actions: GroupActions;
};

type Task = "rename" | "members" | "access" | "delete";

/** The groups of an organization, and what can be done with each. */
export function GroupsTable({ organizationId, groups, sort, actions }: Props) {
  const t = useTranslations("groups");
  const ui = useTranslations("ui");
  const [open, setOpen] = useKept<{ task: Task; id: string } | null>("open", null);
  const close = () => setOpen(null);
  // A group that somebody else deleted takes its dialogs with it.
  const group = open ? groups.find(({ id }) => id === open.id) : undefined;
  const dialog = group ? { organizationId, group, actions, onClose: close } : null;
  const entries = (id: string) =>
    (
      [
        { task: "members", icon: <Users aria-hidden="true" /> },
        { task: "access", icon: <Folder aria-hidden="true" /> },
        { task: "rename", icon: <Pencil aria-hidden="true" /> },
        { task: "delete", icon: <Trash2 aria-hidden="true" /> },
      ] as const
    ).map(({ task, icon }) => ({
      label: t(`menu.${task}`),
      icon,
      onSelect: () => setOpen({ task, id }),
      ...(task === "delete" && { tone: "danger" as const, divided: true }),
    }));

  return (
    <>
      <Table label={t("title")} sorts={[{ label: t("name"), ...sort }]}>
        <Thead>
          <Th sort={sort}>{t("name")}</Th>
          <Th numeric>{t("members")}</Th>
          <Th numeric>{t("collections")}</Th>
          <Th tight>
            <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {groups.map(({ id, name, externalId, members, collections }) => (
            <Tr key={id}>
              <Td narrow="lead">
                <RowName
                  picture={
                    <IconTile>
                      <Users aria-hidden="true" />
                    </IconTile>
                  }
                  name={name}
                  detail={externalId ? t("externalId", { id: externalId }) : null}
                  onOpen={() => setOpen({ task: "members", id })}
                />
              </Td>
              <Td label={t("members")} numeric>
                {members}
              </Td>
              <Td label={t("collections")} numeric>
                {collections}
              </Td>
              <Td narrow="end">
                <RowMenu label={t("options", { name })} entries={entries(id)} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {dialog && open?.task === "rename" ? <GroupNameDialog {...dialog} /> : null}
      {dialog && open?.task === "members" ? <GroupMembersDrawer key={open.id} {...dialog} /> : null}
      {dialog && open?.task === "access" ? <GroupAccessDrawer key={open.id} {...dialog} /> : null}
      {group && open?.task === "delete" ? (
        <ConfirmAction
          title={t("deletion.title", { name: group.name })}
          confirm={t("deletion.action")}
          act={() => actions.remove({ organizationId, groupIds: [group.id] })}
          done={t("deletion.done")}
          onClose={close}
        >
          {t("deletion.text", { members: group.members })}
        </ConfirmAction>
      ) : null}
    </>
  );
}
