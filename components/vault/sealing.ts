import { KeyRefused } from "@/components/vault/hold-key";
import { vaultProblem } from "@/components/vault/vault-failure";
import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";

/**
 * The result of work with the vault, or why there is none. If the person does not want to unlock, `Cancelled`
 * is thrown, which stops the whole act.
 */
export async function sealing<Made>(work: Promise<Made>): Promise<ActionResult<Made>> {
  try {
    return { ok: true, result: await work };
  } catch (error) {
    if (error instanceof KeyRefused) return { ok: false, failure: error.failure };
    if (error instanceof VaultError) return { ok: false, failure: vaultProblem(error) };
    throw error;
  }
}
