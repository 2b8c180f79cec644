import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import {
  enrolInRecoveryAction,
  takeBackRecoveryAction,
  withdrawFromRecoveryAction,
} from "@/app/(portal)/organizations/[organizationId]/recovery/actions";
import {
  addPasskeyAction,
  beginAccountRotationAction,
  cancelAccountRotationAction,
  changeEmailAction,
  changeKdfAction,
  changeMasterPasswordAction,
  confirmAuthenticatorAction,
  confirmMailedCodesAction,
  deleteAccountAction,
  endOtherSessionsAction,
  endSessionAction,
  finishAccountRotationAction,
  forgetDeviceAction,
  leaveOrganizationAction,
  letPasskeyUnlockAction,
  mailOwnCodeAction,
  proveMasterPasswordAction,
  removeSecondStepAction,
  renameDeviceAction,
  renamePasskeyAction,
  renewRecoveryCodesAction,
  requestEmailVerificationAction,
  stageAccountRowsAction,
  startAuthenticatorAction,
  startEmailChangeAction,
  startMailedCodesAction,
  startPasskeyAction,
  turnOffTwoStepAction,
  updateProfileAction,
} from "@/app/account/actions";

import { HeaderMenu } from "@/app/account/header-menu";

import {
  askAccountRotationRows,
  askDeletionFacts,
  askOpenInvitations,
  askOrganizationKey,
  askPasskey,
} from "@/app/questions";

import { ChangePasswordForm } from "@/components/account/change-password-form";
import { DeleteAccountCard } from "@/components/account/delete-account-card";
import { DeviceForm } from "@/components/account/device-form";
import { EmailAddress } from "@/components/account/email-address";
import { KdfForm } from "@/components/account/kdf-form";
import { OwnFingerprint } from "@/components/account/own-fingerprint";
import { ProfileForm } from "@/components/account/profile-form";
import { SessionsList } from "@/components/account/sessions-list";
import { TwoStepCard } from "@/components/account/two-step-card";
import { MyOrganizations } from "@/components/people/my-organizations";
import { MyRecoveriesList } from "@/components/recovery/my-recoveries";
import { AccountKeyCard } from "@/components/rotation/account-key-card";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { policiesOf, strictestPassword } from "@/lib/domain/policy/combining";
import { load } from "@/lib/http/page";
import { languageOf } from "@/lib/i18n/locales";
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
  const [sessions, twoStep] = [await load(listSessions, {}), await load(getTwoStep, {})];
  const memberships = await load(listMyMemberships, {});
  const policies = await load(getMyPolicies, {});
  const { kdf } = await load(getMyKeys, {});
  const person = await currentPerson();
  if (!person) redirect("/log-in?next=/account");
  const t = await getTranslations("account");
  const ofMembers = await getTranslations("members");
  const recoveries = await load(listMyRecoveries, {});
  const inRecovery = await getTranslations("recovery");
  const inRotation = await getTranslations("rotation");
  const name = person.name ?? "";
  const { email } = person;
  return (
    <>
      <PageHeader title={t("title")} account={<HeaderMenu />} />
      <PageBody>
        {person.mustChangePassword ? (
          <Callout tone="warn" title={inRecovery("temporary.title")}>
            {inRecovery("temporary.text")}
          </Callout>
        ) : null}
        <div className="grid items-start gap-3.5 lg:grid-cols-2">
          <div className="grid gap-3.5">
            <Card title={t("profile.title")}>
              <ProfileForm
                profile={{ name, locale: person.locale ?? languageOf(await getLocale()) }}
                update={updateProfileAction}
              />
            </Card>
            <Card title={t("email.title")}>
              <EmailAddress
                email={email}
                verified={person.emailVerifiedAt !== null}
                request={requestEmailVerificationAction}
                change={{
                  start: startEmailChangeAction,
                  change: changeEmailAction,
                  askPasskey,
                  mailOwnCode: mailOwnCodeAction,
                }}
                askInvitations={askOpenInvitations}
              />
            </Card>
            <Card title={t("kdf.title")}>
              <KdfForm current={kdf} change={changeKdfAction} />
            </Card>
            <Card title={t("device.title")}>
              <DeviceForm />
            </Card>
          </div>
          <div className="grid gap-3.5">
            <div id="password" className="scroll-mt-4">
              <Card title={t("password.title")}>
                <ChangePasswordForm
                  person={{ name, email }}
                  change={changeMasterPasswordAction}
                  asked={strictestPassword(policies)}
                />
              </Card>
            </div>
            <div id="two-step" className="scroll-mt-4">
              <Card title={t("twoStep.title")}>
                <TwoStepCard
                  state={twoStep}
                  email={email}
                  requiredBy={policiesOf(policies, "two_step_login").map(({ organization }) => organization)}
                  actions={{
                    prove: proveMasterPasswordAction,
                    start: startAuthenticatorAction,
                    confirm: confirmAuthenticatorAction,
                    startPasskey: startPasskeyAction,
                    addPasskey: addPasskeyAction,
                    renamePasskey: renamePasskeyAction,
                    letPasskeyUnlock: letPasskeyUnlockAction,
                    askPasskey,
                    startMailedCodes: startMailedCodesAction,
                    confirmMailedCodes: confirmMailedCodesAction,
                    mailOwnCode: mailOwnCodeAction,
                    remove: removeSecondStepAction,
                    renew: renewRecoveryCodesAction,
                    turnOff: turnOffTwoStepAction,
                  }}
                />
              </Card>
            </div>
            {recoveries.length > 0 ? (
              <div id="recovery" className="scroll-mt-4">
                <Card title={inRecovery("title")}>
                  <MyRecoveriesList
                    recoveries={recoveries}
                    actions={{
                      prove: proveMasterPasswordAction,
                      getKey: askOrganizationKey,
                      enrol: enrolInRecoveryAction,
                      withdraw: withdrawFromRecoveryAction,
                      takeBack: takeBackRecoveryAction,
                    }}
                  />
                </Card>
              </div>
            ) : null}
            <Card title={inRotation("title")}>
              <AccountKeyCard
                state={await load(getAccountRotation, {})}
                actions={{
                  getOrganizationKey: askOrganizationKey,
                  begin: beginAccountRotationAction,
                  rows: askAccountRotationRows,
                  stage: stageAccountRowsAction,
                  finish: finishAccountRotationAction,
                  cancel: cancelAccountRotationAction,
                }}
              />
            </Card>
            <Card title={t("fingerprint.title")}>
              <OwnFingerprint />
            </Card>
          </div>
        </div>
        {memberships.length > 0 ? (
          <Card title={ofMembers("leave.organizations")}>
            <MyOrganizations memberships={memberships} leave={leaveOrganizationAction} />
          </Card>
        ) : null}
        <SessionsList
          sessions={sessions}
          actions={{
            end: endSessionAction,
            rename: renameDeviceAction,
            forget: forgetDeviceAction,
          }}
          endOthers={endOtherSessionsAction}
        />
        <Card title={t("deletion.title")}>
          <DeleteAccountCard email={email} askFacts={askDeletionFacts} deleteAccount={deleteAccountAction} />
        </Card>
      </PageBody>
    </>
  );
}
