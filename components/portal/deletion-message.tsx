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

const here = "/providers/delete";

/** Why a link does not delete its provider, or not yet, and what to do about it. */
export function DeletionMessage(props: Props) {
  const t = useTranslations("portal.deletion");
  if (props.kind === "signed_out")
    return (
      <PlainFrame title={t("title")} foot={props.foot}>
        <p className="break-words">{t("signedOutText", { email: props.invited })}</p>
        <div>
          <LinkButton size="l" href={`/log-in?next=${encodeURIComponent(here)}`}>
            {t("logIn")}
          </LinkButton>
        </div>
      </PlainFrame>
    );
  if (props.kind === "other_account")
    return (
      <PlainFrame title={t("otherTitle")} foot={props.foot}>
        <p className="break-words">{t("otherText", { invited: props.invited, yours: props.yours })}</p>
        <SwitchAccount label={t("switch")} next={here} />
      </PlainFrame>
    );
  return (
    <PlainFrame title={t(`link_${props.kind}`)} foot={props.foot}>
      <p>{t(`link_${props.kind}Text`)}</p>
      <div>
        <LinkButton href="/providers" variant="quiet">
          {t("open")}
        </LinkButton>
      </div>
    </PlainFrame>
  );
}
