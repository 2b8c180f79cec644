import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { acceptOrganizationInvitationAction, acceptProviderInvitationAction } from "@/app/(auth)/actions";
import { followedLink, readLink } from "@/app/(auth)/invitation";
import { deadLinkPage } from "@/app/(auth)/link-pages";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { askWaitingPlaces } from "@/app/questions";
import { AcceptInvitation } from "@/components/join/accept-invitation";
import { AcceptedNote } from "@/components/join/accepted-note";
import { InvitationCard } from "@/components/join/invitation-card";
import { SwitchAccount } from "@/components/join/switch-account";
import { PlainFrame } from "@/components/shell/plain-frame";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { load } from "@/lib/http/page";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { currentPerson } from "@/lib/session/current-actor";
import { invitationToken } from "@/lib/session/invitation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  const link = await followedLink();
  return { title: t(link?.purpose === "organization_member" ? "organization.title" : "provider.title") };
}

const here = encodeURIComponent("/join");

/** Accepting an invitation: as whom, into what, and what comes after. */
export default async function JoinPage() {
  const token = await invitationToken();
  const answer = token ? await readLink(token) : null;
  const invitation = answer?.ok ? answer.result : null;
  // Accepted, and the link taken out of the browser: nothing is left to do here.
  if (!token && (await currentPerson())) redirect("/");
  if (!token || !invitation) redirect(deadLinkPage("unknown", null));
  if (invitation.state !== "good") redirect(deadLinkPage(invitation.state, invitation.purpose));
  const isProvider = invitation.purpose === "provider_member";
  const name = isProvider ? invitation.providerName : invitation.organizationName;
  if (!invitation.email || !name) redirect(deadLinkPage("unknown", null));

  const kind = isProvider ? "provider" : "organization";
  const { email, role, accepted, hasAccount } = invitation;
  const t = await getTranslations("join");
  return (
    <PlainFrame title={t(`${kind}.title`)} foot={<PlainFoot />}>
      <InvitationCard name={name} email={email} role={role} />
      {accepted ? (
        <AcceptedNote name={name} places={(await currentPerson()) ? await load(listWaitingPlaces, {}) : []} />
      ) : (
        <WhatNow
          kind={kind}
          name={name}
          email={email}
          token={token}
          hasAccount={hasAccount}
          asksTwoStep={invitation.asksTwoStep}
          enrolsInRecovery={invitation.enrolsInRecovery}
          ownsData={invitation.ownsData}
          allowsNoOther={invitation.allowsNoOther}
        />
      )}
    </PlainFrame>
  );
}

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
async function WhatNow(invitation: Invitation) {
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
