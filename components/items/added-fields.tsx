"use client";

import { useTranslations } from "next-intl";
import type { ItemRow } from "@/components/items/item";
import { ItemSecret, type OpenSecret } from "@/components/items/item-secret";
import { OpenedText } from "@/components/items/opened-text";
import { partOf } from "@/components/items/text-parts";
import { DescriptionRow } from "@/components/ui/description-row";
import { linkedPart } from "@/lib/domain/item/linked";
import { fieldNumbers } from "@/lib/domain/item/shapes";
import type { ShownItem } from "@/lib/vault/item";

type Props = { item: ItemRow; content: ShownItem; open: OpenSecret };

/** The fields that somebody has added to an item. */
export function AddedFields({ item, content, open }: Props) {
  const t = useTranslations("vault.item");
  const part = useTranslations("vault.parts");
  const { may } = item;
  return content.fields.map(({ name, value, type, linkedId }, index) => {
    const label = name || t("unnamedField", { number: index + 1 });
    // Fields have no id of their own: the version of the item makes them new.
    const key = `${item.id} ${item.revisedAt.getTime()} ${index}`;
    if (type === fieldNumbers.linked) {
      const linked = linkedPart(content.type, linkedId);
      const shown = linked && partOf(content, linked);
      return (
        <DescriptionRow key={key} label={label}>
          <span className="font-normal text-muted">
            {linked
              ? t("linkedTo", { part: part(linked) })
              : t(linkedId === null ? "linkedToNothing" : "linkedToUnknown")}
          </span>
          {typeof shown === "string" ? <span className="block">{shown}</span> : null}
        </DescriptionRow>
      );
    }
    if (value === null)
      return (
        <DescriptionRow key={key} label={label}>
          <span className="font-normal text-muted">{t("emptyField")}</span>
        </DescriptionRow>
      );
    if (type === fieldNumbers.hidden)
      return <ItemSecret key={key} label={label} sealed={value} open={open} mayReveal={may.reveal} />;
    return (
      <OpenedText
        key={key}
        label={label}
        sealed={value}
        open={open}
        isYesOrNo={type === fieldNumbers.boolean}
      />
    );
  });
}
