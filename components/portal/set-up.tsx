import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { z } from "zod";
import { SetUpForm } from "@/components/portal/set-up-form";
import { Mark } from "@/components/shell/mark";
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
  const product = useTranslations("ui");
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-5 px-4 py-8 md:py-12">
      <header className="flex items-center gap-2.5 font-semibold text-[17px] tracking-[-0.01em]">
        <span className="grid size-9 place-items-center rounded-avatar bg-side">
          <Mark size={26} />
        </span>
        {product("product")}
      </header>
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
