"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import type { Failure } from "@/lib/http/result";

type Props = {
  failure: Failure;
  /** Something is typed behind it. Log-in opens in another tab, so that it stays. */
  keepsPage?: boolean;
};

/**
 * Says why a master password was not accepted or could not be checked, with a link to log in if the session has
 * ended.
 */
export function KeyFailure({ failure, keepsPage = false }: Props) {
  const t = useTranslations("common");
  const { failure: say } = useMessages();
  return (
    <Callout tone="bad" title={say(failure)}>
      {failure.code === "not_signed_in" ? (
        <AppLink
          href="/log-in"
          className="font-strong text-link hover:underline"
          {...(keepsPage && { target: "_blank" })}
        >
          {t("logIn")}
        </AppLink>
      ) : null}
    </Callout>
  );
}
