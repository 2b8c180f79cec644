"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { partWarning } from "@/components/items/field-warnings";
import type { ItemValues } from "@/components/items/item-values";
import { PasswordField } from "@/components/items/password-field";
import { type TextPart, textPartsOf } from "@/components/items/text-parts";
import { useWarning } from "@/components/items/use-warning";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { Textarea } from "@/components/ui/textarea";
import { uninvited } from "@/components/ui/uninvited";
import type { ItemType } from "@/lib/domain/item/types";

type Props = {
  form: ActionForm<ItemValues, ItemValues>;
  type: ItemType;
  /** Whether the person may see the item's secrets. Otherwise they stay as they are. */
  mayReveal: boolean;
};

/** Types with many short parts have them in two columns where there is room. */
const inColumns: readonly ItemType[] = ["card", "identity"];
/** They have several lines. */
const long = ["privateKey", "publicKey"];

/** What a type of item has beside name and notes, one field for each text. */
export function PartFields({ form, type, mayReveal }: Props) {
  const parts = textPartsOf(type).filter(({ isSecret }) => mayReveal || !isSecret);
  return (
    <div className={inColumns.includes(type) ? "grid gap-4 sm:grid-cols-2" : "contents"}>
      {parts.map((part) =>
        part.name === "password" ? (
          <PasswordField key={part.name} form={form} />
        ) : (
          <PartField key={part.name} form={form} part={part} />
        ),
      )}
    </div>
  );
}

function PartField({ form, part: { name, isSecret } }: Pick<Props, "form"> & { part: TextPart }) {
  const t = useTranslations("vault.parts");
  const hint = useTranslations("vault.form");
  const typed = useWatch({ control: form.fields.control, name: `parts.${name}` });
  const warning = useWarning(partWarning(name, typed ?? ""));
  return (
    <FormField
      form={form}
      name={`parts.${name}`}
      label={t(name)}
      hint={name === "totp" ? hint("totpHint") : undefined}
      warning={warning}
      optional
    >
      {(control) =>
        long.includes(name) ? (
          <Textarea {...control} {...uninvited} spellCheck={false} rows={4} />
        ) : isSecret ? (
          <PasswordInput {...control} invited={false} part={t(name)} />
        ) : (
          <Input {...control} {...uninvited} spellCheck={false} />
        )
      }
    </FormField>
  );
}
