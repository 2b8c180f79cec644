"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { AuthenticatorDialog } from "@/components/account/authenticator-dialog";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import type { TwoStepActions } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { TwoStep } from "@/lib/operations/account/get-two-step";

type Props = { state: TwoStep; actions: TwoStepActions };
type Open =
  | { kind: "authenticator"; secret: string; address: string }
  | { kind: "codes"; codes: readonly string[] }
  | { kind: "renew" | "turnOff" };

/** Two-step login: what it is now, and how it is turned on and off. */
export function TwoStepCard({ state, actions }: Props) {
  const t = useTranslations("account.twoStep");
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  // Between the answer of a dialog and what is shown after it has closed.
  const made = useRef<{ recoveryCodes: string[] }>({ recoveryCodes: [] });

  const setUp = () =>
    act(
      () => withProof(() => actions.start({})),
      (begun) => setOpen({ kind: "authenticator", ...begun }),
    );

  async function renew() {
    const answer = await withProof(() => actions.renew({}));
    if (answer.ok) made.current = answer.result;
    return answer;
  }

  const showCodes = ({ recoveryCodes }: { recoveryCodes: string[] }) =>
    setOpen({ kind: "codes", codes: recoveryCodes });

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">
        {state?.since
          ? t.rich("on", { since: () => <DateTime value={state.since ?? new Date()} show="date" /> })
          : t("off")}
      </p>
      {state ? (
        <>
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
        </>
      ) : (
        <Button variant="quiet" busy={busy} onClick={() => void setUp()}>
          {t("setUp")}
        </Button>
      )}
      {open?.kind === "authenticator" ? (
        <AuthenticatorDialog {...open} confirm={actions.confirm} onDone={showCodes} onClose={close} />
      ) : null}
      {open?.kind === "codes" ? <RecoveryCodes codes={open.codes} onClose={close} /> : null}
      {open?.kind === "renew" ? (
        <ConfirmAction
          title={t("replaceTitle")}
          confirm={t("replace")}
          act={renew}
          done={t("renewed")}
          onClose={close}
          onDone={() => showCodes(made.current)}
        >
          {t("replaceText")}
        </ConfirmAction>
      ) : null}
      {open?.kind === "turnOff" ? (
        <ConfirmAction
          title={t("turnOffTitle")}
          confirm={t("turnOff")}
          act={() => withProof(() => actions.turnOff({}))}
          done={t("turnedOff")}
          onClose={close}
        >
          {t("turnOffText")}
        </ConfirmAction>
      ) : null}
      {dialog}
    </div>
  );
}
