"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { shownTypes, typeIcons } from "@/components/items/item-types";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { ItemType } from "@/lib/domain/item/types";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import { restrictedTypes } from "@/lib/domain/policy/combining";

type Props = { label: string; policies: readonly BindingPolicy[]; onNew: (type: ItemType) => void };

/** Makes an item of a type. Types that an organization does not allow say who does not. */
export function NewItemMenu({ label, policies, onNew }: Props) {
  const t = useTranslations("vault");
  const restricted = restrictedTypes(policies);
  const entries = shownTypes.map((type) => {
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
  return <Menu trigger={<Button icon={<Plus aria-hidden="true" />}>{label}</Button>} entries={entries} />;
}
