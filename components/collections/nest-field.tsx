"use client";

import { useTranslations } from "next-intl";
import { openCollectionNames, type SealedNames } from "@/components/collections/open-collection-names";
import { treeOf } from "@/components/collections/tree";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Decrypted } from "@/components/vault/decrypted";

type Props = {
  sealed: SealedNames;
  /** The full name of the collection under which it is shown; empty for none. */
  value: string;
  onChange: (name: string) => void;
};

const step = "\u2003";

/** Under which collection another one is shown. It gives nobody anything. */
export function NestField({ sealed, value, onChange }: Props) {
  const t = useTranslations("collections.dialog");
  if (sealed.rows.length === 0) return null;
  return (
    <Decrypted sealed={sealed} open={openCollectionNames} fallback={null}>
      {(names) => (
        <Field label={t("nest")} hint={t("nestHint")}>
          {(control) => (
            <Select
              {...control}
              value={value}
              onChange={({ target }) => onChange(target.value)}
              options={[
                { value: "", label: t("nestNone") },
                ...treeOf(sealed.rows, ({ id }) => names.get(id) ?? null).flatMap(({ name, label, depth }) =>
                  name === null ? [] : [{ value: name, label: step.repeat(depth) + label }],
                ),
              ]}
            />
          )}
        </Field>
      )}
    </Decrypted>
  );
}
