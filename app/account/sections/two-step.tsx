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
import { type BindingPolicy, policiesOf } from "@/lib/domain/policy/combining";
import type { TwoStep } from "@/lib/operations/account/get-two-step";

type Props = { email: string; state: TwoStep; policies: readonly BindingPolicy[] };

export async function TwoStepSection({ email, state, policies }: Props) {
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
