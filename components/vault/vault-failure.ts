import type { ActionResult, Failure } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";

/** What is wrong with a key that the server sent, where it is that; each is a refusal with a text of its own. */
export function keyProblem(error: unknown): "key_differs" | "key_does_not_fit" | "memory_unreadable" | null {
  const code = error instanceof VaultError ? error.code : null;
  return code === "key_differs" || code === "key_does_not_fit" || code === "memory_unreadable" ? code : null;
}

/** Why an act with the vault failed. A vault that was locked meanwhile is no fault. */
export function vaultProblem({ code }: VaultError): Failure {
  switch (code) {
    case "locked":
      return { code: "vault_locked" };
    case "weak_kdf":
    case "weaker_kdf":
    case "key_differs":
    case "key_does_not_fit":
    case "key_not_vouched":
    case "memory_unreadable":
    case "person_key_differs":
      return { code };
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
