"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthenticatorDialog } from "@/components/account/authenticator-dialog";
import { CodeDialog } from "@/components/account/code-dialog";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import type { TwoStepActions } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { useToast } from "@/components/ui/toast";
import type { TwoStep } from "@/lib/operations/account/get-two-step";

type Props = {
  state: TwoStep;
  /** Organizations that revoke who has no second step. */
  requiredBy: readonly string[];
  actions: TwoStepActions;
};
type Open =
  | { kind: "authenticator"; secret: string; address: string }
  | { kind: "codes"; codes: readonly string[] }
  | { kind: "renew" | "turnOff" };

/** Two-step login: what it is now, and how it is turned on and off. */
export function TwoStepCard({ state, requiredBy, actions }: Props) {
  const t = useTranslations("account.twoStep");
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  const setUp = () =>
    act(
      () => withProof(() => actions.start({})),
      (begun) => setOpen({ kind: "authenticator", ...begun }),
    );

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
        <CodeDialog
          title={t("replaceTitle")}
          confirm={t("replace")}
          act={(typed) => withProof(() => actions.renew(typed))}
          onDone={showCodes}
          onClose={close}
        >
          {t("replaceText")}
        </CodeDialog>
      ) : null}
      {open?.kind === "turnOff" ? (
        <CodeDialog
          title={t("turnOffTitle")}
          confirm={t("turnOff")}
          act={(typed) => withProof(() => actions.turnOff(typed))}
          onDone={() => {
            toast.success(t("turnedOff"));
            close();
          }}
          onClose={close}
        >
          {t("turnOffText")}
          {requiredBy.length > 0 ? (
            <span className="mt-2 block font-medium text-warn">
              {t("turnOffRequired", { organizations: requiredBy.join(", ") })}
            </span>
          ) : null}
        </CodeDialog>
      ) : null}
      {dialog}
    </div>
  );
}
