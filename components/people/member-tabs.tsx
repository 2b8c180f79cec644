"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { CollectionGrantsField } from "@/components/collections/collection-grants-field";
import { GroupsField } from "@/components/people/groups-field";
import { PermissionTree } from "@/components/people/permission-tree";
import { Tabs } from "@/components/ui/tabs";

type Props = {
  /** The choice of the role. */
  role: ReactNode;
  /** What the custom role is given; null with another role. */
  tree: ComponentProps<typeof PermissionTree> | null;
  /** Null where the viewer has no say in it. */
  groups: ComponentProps<typeof GroupsField> | null;
  collections: ComponentProps<typeof CollectionGrantsField> | null;
};

/** What a member is given: role, groups and collections, in a tab each. */
export function MemberTabs({ role, tree, groups, collections }: Props) {
  const t = useTranslations("members.tabs");
  const [shown, show] = useState("role");
  return (
    <Tabs
      label={t("label")}
      value={shown}
      onChange={show}
      tabs={[
        {
          value: "role",
          label: t("role"),
          content: (
            <>
              {role}
              {tree ? <PermissionTree {...tree} /> : null}
            </>
          ),
        },
        ...(groups
          ? [
              {
                value: "groups",
                label: t("groups"),
                count: groups.chosen.length,
                content: <GroupsField {...groups} />,
              },
            ]
          : []),
        ...(collections
          ? [
              {
                value: "collections",
                label: t("collections"),
                count: collections.grants.length,
                content: <CollectionGrantsField {...collections} />,
              },
            ]
          : []),
      ]}
    />
  );
}
