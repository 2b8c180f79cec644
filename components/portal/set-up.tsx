import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { SetUpForm } from "@/components/portal/set-up-form";
import { ProductHead } from "@/components/shell/product-head";
import type { SealedKey } from "@/lib/crypto/types";
import type { ProviderDetails } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";

type Props = Pick<ComponentProps<typeof SetUpForm>, "provider" | "you" | "countries"> & {
  token: string;
  setUp: (
    input: z.input<typeof ProviderDetails> & { token: string; providerKeyForMember: SealedKey },
  ) => Promise<ActionResult<{ providerId: string }>>;
};

/** One calm page: the provider, its address, its key. */
export function SetUp(props: Props) {
  const t = useTranslations("portal.setUp");
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-5 px-4 py-8 md:py-12">
      <ProductHead />
      <main id="main" className="flex flex-col gap-4">
        <div>
          <h1 className="font-semibold text-title tracking-[-0.018em]">{t("title")}</h1>
          <p className="mt-0.5 break-words text-muted">{t("invitedAs", { email: props.you.email })}</p>
        </div>
        <SetUpForm {...props} />
      </main>
    </div>
  );
}
