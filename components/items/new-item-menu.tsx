"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { shownTypes, typeIcons } from "@/components/items/item-types";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { ItemType } from "@/lib/domain/item/types";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import { restrictedTypes } from "@/lib/domain/policy/combining";

type Props = {
  label: string;
  policies: readonly BindingPolicy[];
  /** Null where no item can be made. */
  onNew: ((type: ItemType) => void) | null;
  /** What else can be made. */
  others?: readonly MenuEntry[];
};

/** Makes an item of a type, or something else. Types that an organization does not allow say who does not. */
export function NewItemMenu({ label, policies, onNew, others = [] }: Props) {
  const t = useTranslations("vault");
  const restricted = restrictedTypes(policies);
  const types =
    onNew === null
      ? []
      : shownTypes.map((type) => {
          const Icon = typeIcons[type];
          const [organization] = restricted.get(type) ?? [];
          return {
            label: t(`types.${type}`),
            icon: <Icon aria-hidden="true" />,
            onSelect: () => onNew(type),
            ...(organization !== undefined && {
              disabled: true,
              why: t("policy.restricted", { organization }),
            }),
          };
        });
  const entries = [
    ...types,
    ...others.map((entry, place) => ({ ...entry, divided: place === 0 && onNew !== null })),
  ];
  return <Menu trigger={<Button icon={<Plus aria-hidden="true" />}>{label}</Button>} entries={entries} />;
}
