import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { DeletionSection } from "@/app/account/sections/deletion";
import { EmailSection } from "@/app/account/sections/email";
import { InvitationNote } from "@/app/account/sections/invitation";
import { KdfSection } from "@/app/account/sections/kdf";
import { KeySection } from "@/app/account/sections/key";
import { OrganizationsSection } from "@/app/account/sections/organizations";
import { PasswordSection } from "@/app/account/sections/password";
import { ProfileSection } from "@/app/account/sections/profile";
import { RecoverySection } from "@/app/account/sections/recovery";
import { SessionsSection } from "@/app/account/sections/sessions";
import { TwoStepSection } from "@/app/account/sections/two-step";
import { DeviceForm } from "@/components/account/device-form";
import { DeviceMemory } from "@/components/account/device-memory";
import { OwnFingerprint } from "@/components/account/own-fingerprint";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { load } from "@/lib/http/page";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { listMyMemberships } from "@/lib/operations/organization/list-my-memberships";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { getAccountRotation } from "@/lib/operations/rotation/get-account";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("account"))("title"),
});

export default async function AccountPage() {
  const person = await currentPerson();
  if (!person) redirect("/log-in?next=/account");
  // All of it before the page waits for anything else: what its parts read later would be another transaction.
  const policies = await load(getMyPolicies, {});
  const { kdf } = await load(getMyKeys, {});
  const twoStep = await load(getTwoStep, {});
  const recoveries = await load(listMyRecoveries, {});
  const rotation = await load(getAccountRotation, {});
  const memberships = await load(listMyMemberships, {});
  const sessions = await load(listSessions, {});

  const t = await getTranslations("account");
  const inRecovery = await getTranslations("recovery");
  const { email, mustChangePassword } = person;
  const password = (
    <PasswordSection
      person={{ name: person.name ?? "", email }}
      policies={policies}
      isDue={mustChangePassword}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} account={<HeaderMenu />} />
      <PageBody>
        {mustChangePassword ? (
          // The address leads here, so that the reason is in sight above the form.
          <div id="password" className="flex scroll-mt-4 flex-col gap-3.5">
            <Callout tone="warn" title={inRecovery("temporary.title")}>
              {inRecovery("temporary.text")}
            </Callout>
            {password}
          </div>
        ) : null}
        <InvitationNote email={email} />
        <div className="grid items-start gap-3.5 lg:grid-cols-2">
          <div className="grid gap-3.5">
            <ProfileSection person={person} />
            <EmailSection email={email} verified={person.emailVerifiedAt !== null} />
            <KdfSection kdf={kdf} />
            <Card title={t("device.title")}>
              <div className="flex flex-col gap-4">
                <DeviceForm />
                <DeviceMemory />
              </div>
            </Card>
          </div>
          <div className="grid gap-3.5">
            {mustChangePassword ? null : password}
            <TwoStepSection email={email} state={twoStep} policies={policies} />
            <RecoverySection recoveries={recoveries} />
            <KeySection state={rotation} />
            <Card title={t("fingerprint.title")}>
              <OwnFingerprint />
            </Card>
          </div>
        </div>
        <OrganizationsSection memberships={memberships} policies={policies} />
        <SessionsSection sessions={sessions} />
        <DeletionSection email={email} />
      </PageBody>
    </>
  );
}
