import { KeyRefused } from "@/components/vault/hold-key";
import { vaultProblem } from "@/components/vault/vault-failure";
import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";

/**
 * What work with the vault came to: what was made, or why it was not. Somebody who does not want to unlock stops
 * the whole act: `Cancelled` goes on to whoever started it.
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
