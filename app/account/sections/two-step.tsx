import { getTranslations } from "next-intl/server";
import {
  addPasskeyAction,
  confirmAuthenticatorAction,
  confirmMailedCodesAction,
  letPasskeyUnlockAction,
  mailOwnCodeAction,
  proveMasterPasswordAction,
  removeSecondStepAction,
  renamePasskeyAction,
  renewRecoveryCodesAction,
  startAuthenticatorAction,
  startMailedCodesAction,
  startPasskeyAction,
  turnOffTwoStepAction,
} from "@/app/account/actions";
import { InvitationNote } from "@/app/account/sections/invitation";
import { askPasskey } from "@/app/questions";
import { TwoStepCard } from "@/components/account/two-step-card";
import { Card } from "@/components/ui/card";
import { policiesOf } from "@/lib/domain/policy/combining";
import { load } from "@/lib/http/page";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";

export async function TwoStepSection({ email }: { email: string }) {
  const state = await load(getTwoStep, {});
  const policies = await load(getMyPolicies, {});
  const t = await getTranslations("account");
  return (
    <div id="two-step" className="flex scroll-mt-4 flex-col gap-3.5">
      <Card title={t("twoStep.title")}>
        <TwoStepCard
          state={state}
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
      {state.isOn ? <InvitationNote email={email} /> : null}
    </div>
  );
}
