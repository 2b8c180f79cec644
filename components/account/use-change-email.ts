"use client";

import { useState } from "react";
import type { z } from "zod";
import type { ShownStep, TwoStepActions } from "@/components/account/two-step-actions";
import { useSecondStep } from "@/components/account/use-second-step";
import { atField } from "@/components/forms/at-field";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { ChangeEmail, StartEmailChange } from "@/lib/domain/account/inputs";
import { Email } from "@/lib/domain/email";
import type { ActionResult } from "@/lib/http/result";

export type EmailChangeActions = {
  start: (input: z.input<typeof StartEmailChange>) => Promise<ActionResult<null>>;
  change: (input: z.input<typeof ChangeEmail>) => Promise<ActionResult<{ email: string }>>;
} & Pick<TwoStepActions, "askPasskey" | "mailOwnCode">;

type Sealed = Omit<z.input<typeof ChangeEmail>, "code" | "secondStep">;
type Kept = { sealed: Sealed; remember: () => Promise<void> };

/**
 * Moves the account to another address in two steps. The first proves the password, derives the master key of the new
 * address and seals the user key under it, so that the password is not kept until the code has come. The second step
 * is asked for last, where the account takes one.
 */
export function useChangeEmail({ start, change, ...ofStep }: EmailChangeActions) {
  const { withStep, dialog } = useSecondStep(ofStep);
  const { vault, readKeys } = useVaultKeeper();
  const [kept, setKept] = useState<Kept | null>(null);

  async function begin(typed: { email: string; password: string }): Promise<ActionResult<null>> {
    const answer = await readKeys({});
    if (!answer.ok) return answer;
    const { email: former, kdf, userKeyForAccount } = answer.result;
    // The salt is the address in the form in which the server keeps it.
    const email = Email.parse(typed.email);
    const { password } = typed;
    try {
      const sealed = await vault.changeMasterKey(
        { email: former, password, kdf },
        { email, password, kdf },
        userKeyForAccount,
      );
      const started = await start({ email, currentHash: sealed.currentHash });
      if (started.ok)
        setKept({
          sealed: { email, ...sealed },
          remember: () => vault.rememberDerivation({ email, kdf }),
        });
      return atField(started, { same_email: "email", wrong_master_password: "password" });
    } catch (error) {
      return vaultFailure(error, "password");
    }
  }

  async function finish({ code }: { code: string }): Promise<ActionResult<{ email: string }>> {
    if (!kept) return { ok: false, failure: { code: "unexpected" } };
    const changed = await withStep((secondStep?: ShownStep) => change({ ...kept.sealed, code, secondStep }));
    if (changed.ok) await kept.remember();
    return atField(changed, { wrong_mailed_code: "code" });
  }

  return { address: kept?.sealed.email ?? null, begin, finish, dialog };
}
