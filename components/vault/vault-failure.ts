import type { ActionResult, Failure } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";

/** Why an act with the vault came to nothing. A vault that locked meanwhile is not a fault of anybody's. */
export function vaultProblem({ code }: VaultError): Failure {
  switch (code) {
    case "locked":
      return { code: "vault_locked" };
    case "weak_kdf":
      return { code: "weak_kdf" };
    default:
      return { code: "unexpected" };
  }
}

/**
 * The same for a form that asks for the master password: a wrong one stands at `field`. Anything but a vault's
 * own error goes on as it came.
 */
export function vaultFailure(error: unknown, field: string): ActionResult<never> {
  if (!(error instanceof VaultError)) throw error;
  const isWrong = error.code === "wrong_password";
  const fields = { [field]: [{ code: "wrong_master_password" }] };
  return { ok: false, failure: isWrong ? { code: "invalid", fields } : vaultProblem(error) };
}
