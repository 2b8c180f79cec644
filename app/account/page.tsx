import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import {
  enrolInRecoveryAction,
  takeBackRecoveryAction,
  withdrawFromRecoveryAction,
} from "@/app/(portal)/organizations/[organizationId]/recovery/actions";
import {
  beginAccountRotationAction,
  cancelAccountRotationAction,
  changeMasterPasswordAction,
  confirmAuthenticatorAction,
  endOtherSessionsAction,
  endSessionAction,
  finishAccountRotationAction,
  proveMasterPasswordAction,
  renewRecoveryCodesAction,
  requestEmailVerificationAction,
  stageAccountRowsAction,
  startAuthenticatorAction,
  turnOffTwoStepAction,
  updateProfileAction,
} from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askAccountRotationRows, askOrganizationKey } from "@/app/questions";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { DeviceForm } from "@/components/account/device-form";
import { EmailAddress } from "@/components/account/email-address";
import { OwnFingerprint } from "@/components/account/own-fingerprint";
import { ProfileForm } from "@/components/account/profile-form";
import { SessionsList } from "@/components/account/sessions-list";
import { TwoStepCard } from "@/components/account/two-step-card";
import { MyRecoveriesList } from "@/components/recovery/my-recoveries";
import { AccountKeyCard } from "@/components/rotation/account-key-card";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { policiesOf, strictestPassword } from "@/lib/domain/policy/combining";
import { load } from "@/lib/http/page";
import { languageOf } from "@/lib/i18n/locales";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { getAccountRotation } from "@/lib/operations/rotation/get-account";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("account"))("title"),
});

export default async function AccountPage() {
  const [sessions, twoStep] = [await load(listSessions, {}), await load(getTwoStep, {})];
  const policies = await load(getMyPolicies, {});
  const person = await currentPerson();
  if (!person) redirect("/log-in?next=/account");
  const t = await getTranslations("account");
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
              />
            </Card>
            <Card title={t("device.title")}>
              <DeviceForm />
            </Card>
          </div>
          <div className="grid gap-3.5">
            <Card title={t("password.title")}>
              <ChangePasswordForm
                person={{ name, email }}
                change={changeMasterPasswordAction}
                asked={strictestPassword(policies)}
              />
            </Card>
            <Card title={t("twoStep.title")}>
              <TwoStepCard
                state={twoStep}
                requiredBy={policiesOf(policies, "two_step_login").map(({ organization }) => organization)}
                actions={{
                  prove: proveMasterPasswordAction,
                  start: startAuthenticatorAction,
                  confirm: confirmAuthenticatorAction,
                  renew: renewRecoveryCodesAction,
                  turnOff: turnOffTwoStepAction,
                }}
              />
            </Card>
            {recoveries.length > 0 ? (
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
        <SessionsList sessions={sessions} end={endSessionAction} endOthers={endOtherSessionsAction} />
      </PageBody>
    </>
  );
}
