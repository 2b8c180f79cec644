"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { askedStepIn } from "@/components/account/asked-step";
import { SecondStepDialog } from "@/components/account/second-step-dialog";
import type { ShownStep, TwoStepActions } from "@/components/account/two-step-actions";
import type { SecondStepMethod } from "@/lib/domain/account/two-step";
import type { ActionResult } from "@/lib/http/result";

type Asking = {
  methods: readonly SecondStepMethod[];
  act: (shown: ShownStep) => Promise<ActionResult<null>>;
  answered: () => void;
};

const isWrong = (answer: ActionResult<unknown>) =>
  !answer.ok && ["wrong_code", "wrong_passkey", "too_many_attempts"].includes(answer.failure.code);

/**
 * For acts that take a second step where the account has one: asks for it in place, and then does what was to be done.
 * Whoever closes the dialog is told that it was needed.
 */
export function useSecondStep(actions: Pick<TwoStepActions, "askPasskey" | "mailOwnCode">) {
  const t = useTranslations("account.twoStep");
  const [asking, setAsking] = useState<Asking | null>(null);

  async function withStep<Result>(
    run: (secondStep?: ShownStep) => Promise<ActionResult<Result>>,
  ): Promise<ActionResult<Result>> {
    let answer = await run();
    if (answer.ok || answer.failure.code !== "code_needed") return answer;
    const { methods } = askedStepIn(answer.failure);
    await new Promise<void>((answered) => setAsking({ methods, act, answered }));
    setAsking(null);
    return answer;

    /** A step that is wrong is said in the dialog; every other answer is the act's own. */
    async function act(shown: ShownStep): Promise<ActionResult<null>> {
      const next = await run(shown);
      if (!next.ok && isWrong(next)) return next;
      answer = next;
      return { ok: true, result: null };
    }
  }

  const dialog: ReactNode = asking ? (
    <SecondStepDialog
      title={t("stepTitle")}
      confirm={t("proof")}
      methods={asking.methods}
      actions={actions}
      act={asking.act}
      onDone={asking.answered}
      onClose={asking.answered}
    >
      {t("stepText")}
    </SecondStepDialog>
  ) : null;
  return { withStep, dialog };
}
