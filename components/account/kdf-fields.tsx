"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { kdfLimits } from "@/lib/crypto/kdf-floor";
import type { KdfSettings } from "@/lib/crypto/types";
import { usualKdf } from "@/lib/domain/kdf";

type Props = { form: ActionForm<{ kdf: KdfSettings; password: string }> };

const kinds = ["argon2id", "pbkdf2_sha256"] as const;
const numbers = { argon2id: ["iterations", "memory", "parallelism"], pbkdf2_sha256: ["iterations"] } as const;

/** The kind of key derivation, and the numbers that it takes. Another kind begins with its usual numbers. */
export function KdfFields({ form }: Props) {
  const t = useTranslations("account.kdf");
  const { type } = form.fields.watch("kdf");

  return (
    <>
      <Field label={t("type")} hint={t(`${type}_hint`)}>
        {(control) => (
          <Select
            {...control}
            value={type}
            options={kinds.map((value) => ({ value, label: t(value) }))}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.target.value);
              if (!kind) return;
              form.fields.setValue("kdf", usualKdf[kind], { shouldDirty: true });
              // What was wrong with the numbers of the other kind says nothing of these.
              form.fields.clearErrors("kdf");
            }}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        {numbers[type].map((name) => {
          const [least, most] = limitsOf(type, name);
          return (
            <FormField
              key={`${type} ${name}`}
              form={form}
              name={`kdf.${name}`}
              label={t(name)}
              hint={t("range", { least, most })}
              numeric
            >
              {(control) => <NumberInput {...control} min={least} max={most} />}
            </FormField>
          );
        })}
      </div>
    </>
  );
}

function limitsOf(type: KdfSettings["type"], name: "iterations" | "memory" | "parallelism") {
  return type === "argon2id" ? kdfLimits.argon2id[name] : kdfLimits.pbkdf2_sha256.iterations;
}
