import { Pencil, Trash2, Users } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { MenuEntry } from "@/components/ui/menu";

export type CollectionTask = "rename" | "access" | "delete";

type May = { mayManage: boolean; mayDelete: boolean };
type Words = ReturnType<typeof useTranslations<"collections">>;

/** What a menu offers of one collection. */
export const collectionEntries = (
  { mayManage, mayDelete }: May,
  t: Words,
  onTask: (task: CollectionTask) => void,
): MenuEntry[] => [
  ...(mayManage
    ? [
        {
          label: t("rename"),
          icon: <Pencil aria-hidden="true" />,
          onSelect: () => onTask("rename"),
        },
        {
          label: t("editAccess"),
          icon: <Users aria-hidden="true" />,
          onSelect: () => onTask("access"),
        },
      ]
    : []),
  ...(mayDelete
    ? [
        {
          label: t("delete"),
          icon: <Trash2 aria-hidden="true" />,
          tone: "danger" as const,
          divided: mayManage,
          onSelect: () => onTask("delete"),
        },
      ]
    : []),
];
