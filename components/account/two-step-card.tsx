"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthenticatorMethod } from "@/components/account/authenticator-method";
import { MailMethod } from "@/components/account/mail-method";
import { PasskeyMethod } from "@/components/account/passkey-method";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import { SecondStepDialog } from "@/components/account/second-step-dialog";
import type { Codes, ShownStep, TwoStepActions } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { useSecondStep } from "@/components/account/use-second-step";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useToast } from "@/components/ui/toast";
import type { TwoStep } from "@/lib/operations/account/get-two-step";

type Props = {
  state: TwoStep;
  email: string;
  /** Organizations that revoke who has no second step. */
  requiredBy: readonly string[];
  actions: TwoStepActions;
};

/** Which of one's methods is to go: one passkey, or all there is of the others. */
export type Removal = { what: string; title: string; text: string };

type Open =
  | { kind: "codes"; codes: readonly string[] }
  | { kind: "renew" | "turnOff" }
  | ({ kind: "remove" } & Removal);

/** Two-step login: its methods, how each is added and taken away, and the recovery codes beside them. */
export function TwoStepCard({ state, email, requiredBy, actions }: Props) {
  const t = useTranslations("account.twoStep");
  const { withProof, dialog } = useProof(actions.prove);
  const { withStep, dialog: stepDialog } = useSecondStep(actions);
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { methods } = state;
  const isLast =
    state.passkeys.length + Number(state.codesByMail) + Number(state.authenticatorSince !== null) === 1;

  function showCodes({ recoveryCodes }: Codes) {
    setOpen(recoveryCodes.length > 0 ? { kind: "codes", codes: recoveryCodes } : null);
  }

  function removed() {
    toast.success(t("removed"));
    close();
  }

  const method = {
    state,
    actions,
    withProof,
    withStep,
    onAdded: showCodes,
    onRemove: (removal: Removal) => setOpen({ kind: "remove", ...removal }),
  };
  const asking = { methods, actions, onClose: close };
  return (
    <div className="flex flex-col gap-4">
      {state.requiredBy.length > 0 ? (
        <Callout tone="warn" title={t("requiredTitle")}>
          {t(state.codesByMail ? "requiredSoon" : "requiredText", { names: state.requiredBy.join(", ") })}
        </Callout>
      ) : null}
      <p className="text-muted">{t(state.isOn ? "on" : "off")}</p>
      <PasskeyMethod {...method} />
      <AuthenticatorMethod {...method} />
      <MailMethod {...method} email={email} />
      {state.isOn ? (
        <div className="flex flex-col items-start gap-3 border-t pt-4">
          <p className={state.codesLeft < 3 ? "text-warn" : "text-muted"}>
            {t("codesLeft", { count: state.codesLeft })}
          </p>
          <div className="flex flex-wrap gap-2.5">
            <Button variant="quiet" size="s" onClick={() => setOpen({ kind: "renew" })}>
              {t("renew")}
            </Button>
            <Button variant="quiet" size="s" onClick={() => setOpen({ kind: "turnOff" })}>
              {t("turnOff")}
            </Button>
          </div>
        </div>
      ) : null}
      {open?.kind === "codes" ? <RecoveryCodes codes={open.codes} onClose={close} /> : null}
      {open?.kind === "renew" ? (
        <SecondStepDialog
          {...asking}
          title={t("replaceTitle")}
          confirm={t("replace")}
          act={(shown: ShownStep) => withProof(() => actions.renew(shown))}
          onDone={showCodes}
        >
          {t("replaceText")}
        </SecondStepDialog>
      ) : null}
      {open?.kind === "turnOff" ? (
        <SecondStepDialog
          {...asking}
          title={t("turnOffTitle")}
          confirm={t("turnOff")}
          act={(shown: ShownStep) => withProof(() => actions.turnOff(shown))}
          onDone={() => {
            toast.success(t("turnedOff"));
            close();
          }}
        >
          {t("turnOffText")}
          {requiredBy.length > 0 ? (
            <span className="mt-2 block font-medium text-warn">
              {t("turnOffRequired", { organizations: requiredBy.join(", ") })}
            </span>
          ) : null}
        </SecondStepDialog>
      ) : null}
      {open?.kind === "remove" ? (
        <SecondStepDialog
          {...asking}
          title={open.title}
          confirm={t("remove")}
          act={(shown: ShownStep) => withProof(() => actions.remove({ what: open.what, ...shown }))}
          onDone={removed}
        >
          {isLast ? `${open.text} ${t("lastText")}` : open.text}
        </SecondStepDialog>
      ) : null}
      {stepDialog}
      {dialog}
    </div>
  );
}
