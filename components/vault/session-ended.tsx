"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";

type Props = {
  /** In a tab of its own, so that what is typed behind a dialog stays. */
  aside?: boolean;
};

/** Where a session has ended there is nothing to unlock: a master password would be typed in vain. */
export function SessionEnded({ aside = false }: Props) {
  const t = useTranslations("common");
  const { failure: say } = useMessages();
  return (
    <div role="alert">
      <Callout tone="bad" title={say({ code: "not_signed_in" })}>
        <AppLink
          href="/log-in"
          {...(aside && { target: "_blank" })}
          className="font-strong text-link hover:underline"
        >
          {t("logIn")}
        </AppLink>
      </Callout>
    </div>
  );
}
