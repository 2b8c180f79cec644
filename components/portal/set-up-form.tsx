"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { once } from "@/components/forms/once";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { AddressFields } from "@/components/portal/address-fields";
import { inputOf, TypedDetails } from "@/components/portal/typed-details";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { sealing } from "@/components/vault/sealing";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { useVault } from "@/components/vault/vault-provider";
import type { SealedKey } from "@/lib/crypto/types";
import type { ProviderDetails } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { Country } from "@/lib/i18n/country-names";
import { sealNewProvider } from "@/lib/vault/seal-provider";

type Details = z.output<typeof ProviderDetails>;

type Props = {
  token: string;
  provider: { id: string; name: string | null };
  you: { email: string };
  countries: readonly Country[];
  setUp: (
    input: z.input<typeof ProviderDetails> & { token: string; providerKeyForMember: SealedKey },
  ) => Promise<ActionResult<{ providerId: string }>>;
};

type Made = Awaited<ReturnType<typeof sealNewProvider>>;
type Sealed = ActionResult<Made & { details: Details }>;

/** What the provider is called, and the making of its key on this device. */
export function SetUpForm({ token, provider, you, countries, setUp }: Props) {
  const t = useTranslations("portal.setUp");
  const router = useRouter();
  const toast = useToast();
  const { withVault } = useVault();
  const { vault: memory } = useVaultKeeper();
  const [makeKey] = useState(() => once(sealNewProvider));

  const seal = (details: Details): Promise<Sealed> =>
    sealing(withVault(async (vault) => ({ ...(await makeKey(vault, provider.id)), details })));

  const form = useActionForm({
    schema: TypedDetails,
    defaultValues: {
      name: provider.name ?? "",
      businessName: "",
      billingEmail: you.email,
      country: "",
      postalCode: "",
      addressLine1: "",
      addressLine2: "",
      city: "",
      region: "",
      taxNumber: "",
    },
    seal,
    action: async (sealed: Sealed) => {
      if (!sealed.ok) return sealed;
      const { details, providerKeyForMember } = sealed.result;
      const answer = await setUp({ token, providerKeyForMember, ...inputOf(details) });
      if (answer.ok) await memory.remember(sealed.result.known);
      return answer;
    },
    onDone({ providerId }) {
      toast.success(t("doneToast"));
      router.replace(`/providers/${providerId}`);
    },
  });

  return (
    <Form form={form}>
      <Card title={t("about")}>
        <div className="flex flex-col gap-4">
          <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
            {(control) => <Input {...control} autoComplete="organization" />}
          </FormField>
          <FormField form={form} name="businessName" label={t("businessName")} optional>
            {(control) => <Input {...control} />}
          </FormField>
          <FormField form={form} name="billingEmail" label={t("billingEmail")}>
            {(control) => <Input {...control} type="email" autoComplete="email" />}
          </FormField>
        </div>
      </Card>
      <AddressFields form={form} hint={t("addressHint")} countries={countries} />
      <Callout tone="brass" icon={<KeyRound aria-hidden="true" />} title={t("keyTitle")}>
        {t("keyText")}
      </Callout>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton form={form} size="l">
          {t("submit")}
        </SubmitButton>
        <p role="status" className="text-brass-text text-label">
          {form.busy ? t("creating") : null}
        </p>
      </div>
    </Form>
  );
}
