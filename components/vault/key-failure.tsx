"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import type { Failure } from "@/lib/http/result";

type Props = {
  failure: Failure;
  /** Where something is typed behind it, which stays: the log-in opens in a tab of its own. */
  keepsPage?: boolean;
};

/** Why nobody's identity was proven, and the way to log in where that is what is missing. */
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
