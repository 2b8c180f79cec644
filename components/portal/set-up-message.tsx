import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SwitchAccount } from "@/components/join/switch-account";
import { PlainFrame } from "@/components/shell/plain-frame";
import { LinkButton } from "@/components/ui/link-button";

type Props = { foot: ReactNode } & Message;
type Message =
  | { kind: "unknown" | "used" | "expired" | "replaced" }
  | { kind: "signed_out"; invited: string }
  | { kind: "other_account"; invited: string; yours: string };

const next = encodeURIComponent("/providers/setup");

/** Why the provider cannot be set up yet or any more, and what to do about it. Nothing is used up by looking. */
export function SetUpMessage(props: Props) {
  const t = useTranslations("portal.setUp");
  const errors = useTranslations("errors.notFound");
  if (props.kind === "signed_out")
    return (
      <PlainFrame title={t("title")} foot={props.foot}>
        <p className="break-words text-muted">{t("invitedAs", { email: props.invited })}</p>
        <p>{t("signedOutText")}</p>
        <div className="grid gap-2.5 sm:grid-cols-2">
          <LinkButton size="l" href={`/log-in?next=${next}`}>
            {t("logIn")}
          </LinkButton>
          <LinkButton size="l" variant="quiet" href={`/register?next=${next}`}>
            {t("register")}
          </LinkButton>
        </div>
      </PlainFrame>
    );
  if (props.kind === "other_account")
    return (
      <PlainFrame title={t("otherTitle")} foot={props.foot}>
        <p className="break-words">{t("otherText", { invited: props.invited, yours: props.yours })}</p>
        <SwitchAccount label={t("switch")} next="/providers/setup" />
      </PlainFrame>
    );
  return (
    <PlainFrame title={t(`link_${props.kind}`)} foot={props.foot}>
      <p>{t(`link_${props.kind}Text`)}</p>
      <div>
        {props.kind === "used" ? (
          <LinkButton href="/providers">{t("open")}</LinkButton>
        ) : (
          <LinkButton href="/" variant="quiet">
            {errors("home")}
          </LinkButton>
        )}
      </div>
    </PlainFrame>
  );
}
