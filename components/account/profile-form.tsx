"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import { chooseLocale } from "@/components/language/choose-locale";
import { languages } from "@/components/language/language-links";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { UpdateProfile } from "@/lib/domain/account/inputs";
import type { ActionResult } from "@/lib/http/result";
import { type Locale, locales } from "@/lib/i18n/locales";

type Profile = { name: string; locale: Locale };
export type UpdateProfileAction = (input: Profile & { shown: Profile }) => Promise<ActionResult<Profile>>;

export function ProfileForm({ profile, update }: { profile: Profile; update: UpdateProfileAction }) {
  const t = useTranslations("account.profile");
  const fields = useTranslations("fields");
  const toast = useToast();
  const router = useRouter();
  const form = useChangingForm({
    schema: UpdateProfile.omit({ shown: true }),
    current: profile,
    save: (typed: Profile, shown) => update({ ...typed, shown }),
    words: { locale: (code) => languages[code as Locale] },
    onDone: ({ locale }) => {
      // In another language than this page has, the name of the language says it: it is the same word in both.
      toast.success(locale === profile.locale ? t("saved") : languages[locale]);
      chooseLocale(locale);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <FormField form={form} name="name" label={fields("name")} hint={t("nameHint")}>
        {(control) => <Input {...control} autoComplete="name" />}
      </FormField>
      <FormField form={form} name="locale" label={fields("language")} hint={t("languageHint")}>
        {(control) => (
          <Select {...control} options={locales.map((value) => ({ value, label: languages[value] }))} />
        )}
      </FormField>
      <div>
        <SubmitButton form={form}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
