import { getTranslations } from "next-intl/server";
import { acceptOrganizationInvitationAction, acceptProviderInvitationAction } from "@/app/(auth)/actions";
import { askWaitingPlaces } from "@/app/questions";
import { AcceptInvitation } from "@/components/join/accept-invitation";
import { SwitchAccount } from "@/components/join/switch-account";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { load } from "@/lib/http/page";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { currentPerson } from "@/lib/session/current-actor";

const here = encodeURIComponent("/join");

type Invitation = {
  kind: "provider" | "organization";
  name: string;
  email: string;
  token: string;
  hasAccount: boolean;
  asksTwoStep: boolean;
  enrolsInRecovery: boolean;
  ownsData: boolean;
  allowsNoOther: boolean;
};

/** The next step, which differs with who is signed in. */
export async function WhatNow(invitation: Invitation) {
  const { kind, name, email, token, hasAccount } = invitation;
  const t = await getTranslations("join");
  const person = await currentPerson();
  if (person?.email === email) {
    const twoStep = await load(getTwoStep, {});
    const lacksTwoStep = invitation.asksTwoStep && !twoStep.isOn;
    const accept = kind === "provider" ? acceptProviderInvitationAction : acceptOrganizationInvitationAction;
    return (
      <>
        {lacksTwoStep ? (
          <Callout
            title={t("twoStep.title", { name })}
            action={
              <LinkButton href="/account#two-step" size="s">
                {t("twoStep.turnOn")}
              </LinkButton>
            }
          >
            {t("twoStep.text")}
          </Callout>
        ) : null}
        {invitation.allowsNoOther ? (
          <Callout title={t("noOther.title", { name })}>{t("noOther.text")}</Callout>
        ) : null}
        {invitation.enrolsInRecovery ? (
          <Callout title={t("recovery.title", { name })}>{t("recovery.text")}</Callout>
        ) : null}
        {invitation.ownsData ? (
          <Callout title={t("ownsData.title", { name })}>{t("ownsData.text")}</Callout>
        ) : null}
        {kind === "provider" && twoStep.isByMailAlone ? (
          <Callout tone="warn" title={t("mailAlone.title")}>
            {t("mailAlone.text")}
          </Callout>
        ) : null}
        <AcceptInvitation
          kind={kind}
          name={name}
          token={token}
          isNext={!lacksTwoStep}
          accept={accept}
          askWaitingPlaces={askWaitingPlaces}
        />
      </>
    );
  }
  if (person)
    return (
      <>
        <div>
          <h2 className="font-semibold">{t("other.title")}</h2>
          <p className="mt-1 break-words">{t("other.text", { invited: email, yours: person.email })}</p>
        </div>
        <SwitchAccount label={t("other.switch")} next="/join" />
      </>
    );
  return (
    <>
      <p>{t(`${kind}.text`)}</p>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <LinkButton size="l" variant={hasAccount ? "primary" : "quiet"} href={`/log-in?next=${here}`}>
          {t("logIn")}
        </LinkButton>
        <LinkButton size="l" variant={hasAccount ? "quiet" : "primary"} href="/register">
          {t("register")}
        </LinkButton>
      </div>
    </>
  );
}
