"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";

/** Where a session has ended there is nothing to unlock: a master password would be typed in vain. */
export function SessionEnded() {
  const t = useTranslations("common");
  const { failure: say } = useMessages();
  return (
    <div role="alert">
      <Callout tone="bad" title={say({ code: "not_signed_in" })}>
        <AppLink href="/log-in" className="font-strong text-link hover:underline">
          {t("logIn")}
        </AppLink>
      </Callout>
    </div>
  );
}
