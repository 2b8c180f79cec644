import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { followedLink, readLink } from "@/app/(auth)/invitation";
import { deadLinkPage } from "@/app/(auth)/link-pages";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { AcceptedNote } from "@/components/join/accepted-note";
import { InvitationCard } from "@/components/join/invitation-card";
import { PlainFrame } from "@/components/shell/plain-frame";
import { load } from "@/lib/http/page";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { currentPerson } from "@/lib/session/current-actor";
import { invitationToken } from "@/lib/session/invitation";
import { WhatNow } from "./what-now";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  const link = await followedLink();
  return { title: t(link?.purpose === "organization_member" ? "organization.title" : "provider.title") };
}

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
