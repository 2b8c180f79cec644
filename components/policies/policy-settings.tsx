import { useFormatter, useTranslations } from "next-intl";
import { type FormSettings, fieldsOf, type PolicyField } from "@/components/policies/policy-fields";
import { settingsFor } from "@/components/policies/policy-values";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";

type Props = { type: PolicyType; data: AnyPolicyData };

/** What a policy asks for, in the words of its form. What is left open or off is left out. */
export function PolicySettings({ type, data }: Props) {
  const t = useTranslations("policies");
  const inWords = useInWords();
  const settings = settingsFor(type, data, { collectionName: t("ownCollection") });
  const shown = (fieldsOf[type] ?? []).flatMap((field) => {
    const value = !field.when || field.when(settings) ? inWords(field, settings[field.name]) : null;
    return value === null ? [] : [{ name: field.name, value }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-col gap-1 text-label text-muted">
      {shown.map(({ name, value }) => (
        <div key={name} className="flex items-baseline gap-4">
          <dt className="me-auto">{t(`fields.${name}`)}</dt>
          <dd className="wrap-anywhere text-end">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A setting in words; null where it asks for nothing. */
function useInWords() {
  const t = useTranslations("policies");
  const format = useFormatter();
  return (field: PolicyField, value: FormSettings[string] | undefined): string | null => {
    if (value === undefined || value === null || value === "" || value === false) return null;
    switch (field.kind) {
      case "yes_or_no":
        return t("on");
      case "number":
        return format.number(Number(value));
      case "text":
      case "long_text":
        return String(value);
      case "choice": {
        const option = field.options.find((one) => one.value === value);
        return option ? t(`options.${option.text}`) : null;
      }
      case "several": {
        const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
        const texts = field.options.flatMap((one) =>
          chosen.includes(one.value) ? [t(`options.${one.text}`)] : [],
        );
        return texts.join(", ") || null;
      }
    }
  };
}
