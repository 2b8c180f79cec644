"use client";

import { useTranslations } from "next-intl";
import { isTextPart } from "@/components/items/text-parts";
import { Callout } from "@/components/ui/callout";
import type { Damage } from "@/lib/vault/item-damage";

/** Which parts of an item are not as they were saved, and what to do about it. */
export function ItemDamage({ damage }: { damage: readonly Damage[] }) {
  const t = useTranslations("vault.damage");
  const part = useTranslations("vault.parts");
  const form = useTranslations("vault.form");
  if (damage.length === 0) return null;
  /** What a part is called that is no list. */
  const labelOf = (name: string) =>
    name === "name" || name === "notes" ? form(name) : isTextPart(name) ? part(name) : name;
  const say = (each: Damage) => {
    if (each.what === "copied") return t("copied");
    return t(each.what, { part: each.part, number: each.number ?? 0, label: labelOf(each.part) });
  };
  return (
    <Callout tone="bad" title={t("title")}>
      <ul className="mb-2 flex flex-col gap-1">
        {damage.map((each) => (
          <li key={say(each)}>{say(each)}</li>
        ))}
      </ul>
      {t("text")}
    </Callout>
  );
}
