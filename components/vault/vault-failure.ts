import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";

/** What is wrong with a key that the server sent, where it is that; each is a refusal with a text of its own. */
export function keyProblem(error: unknown): "key_differs" | "key_does_not_fit" | null {
  const code = error instanceof VaultError ? error.code : null;
  return code === "key_differs" || code === "key_does_not_fit" ? code : null;
}

/**
 * Why a vault did not do what it was asked, as a form says it: a wrong master password stands at `field`.
 * Anything but a vault's own error goes on as it came.
 */
export function vaultFailure(error: unknown, field: string): ActionResult<never> {
  if (!(error instanceof VaultError)) throw error;
  switch (error.code) {
    case "wrong_password":
      return {
        ok: false,
        failure: { code: "invalid", fields: { [field]: [{ code: "wrong_master_password" }] } },
      };
    case "weak_kdf":
    case "weaker_kdf":
    case "key_differs":
    case "key_does_not_fit":
    case "person_key_differs":
      return { ok: false, failure: { code: error.code } };
    default:
      return { ok: false, failure: { code: "unexpected" } };
  }
}
