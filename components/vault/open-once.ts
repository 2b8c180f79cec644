import { KeyRefused } from "@/components/vault/hold-key";
import { keyProblem } from "@/components/vault/vault-failure";
import type { Failure } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

/** What a function opened last, so that it need not open again what has not changed. */
export type Last<Sealed, Opened> = { sealed: Sealed; opened: Opened };

/**
 * Opens something sealed. It has to be a function at the top of a module, because results are remembered by the
 * function and the sealed object.
 */
export type Open<Sealed extends object, Opened> = (
  vault: Vault,
  sealed: Sealed,
  last?: Last<Sealed, Opened>,
) => Promise<Opened>;

/**
 * What opening came to. A failure means that nothing could be opened; single rows that cannot be opened are
 * told within `Open`. `failure` says what is wrong with the key, or why the server did not give what was asked.
 */
export type Outcome<Opened> = { ok: true; opened: Opened } | { ok: false; failure: Failure | null };

export interface OpenOnce {
  /**
   * Opens `sealed`, unless that was done before. The result is remembered as long as the object and this memory
   * exist.
   */
  opened<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>): Promise<Outcome<Opened>>;
  /** Forgets a failure, so that the next question tries again. */
  forget(sealed: object): void;
}

/**
 * What was opened since the vault was unlocked. All of it is forgotten when the vault locks. If the vault locks
 * while something is being opened, the promise is never settled, because what would show it is gone.
 */
export function openOnce(vault: Vault): OpenOnce {
  const kept = new WeakMap<object, Map<unknown, Promise<Outcome<unknown>>>>();
  const lastOf = new Map<unknown, Last<object, unknown>>();

  return {
    opened<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>) {
      const ofThis = kept.get(sealed) ?? new Map<unknown, Promise<Outcome<unknown>>>();
      kept.set(sealed, ofThis);
      const known = ofThis.get(open);
      // The function is the key, so what is kept under it is what it answers.
      if (known) return known as Promise<Outcome<Opened>>;
      const last = lastOf.get(open) as Last<Sealed, Opened> | undefined;
      const outcome = settle(
        open(vault, sealed, last).then((opened) => {
          lastOf.set(open, { sealed, opened });
          return opened;
        }),
      );
      ofThis.set(open, outcome);
      return outcome;
    },
    forget(sealed) {
      kept.delete(sealed);
    },
  };
}

async function settle<Opened>(opening: Promise<Opened>): Promise<Outcome<Opened>> {
  try {
    return { ok: true, opened: await opening };
  } catch (error) {
    if (error instanceof VaultError && error.code === "locked") return new Promise(() => {});
    if (error instanceof KeyRefused) return { ok: false, failure: error.failure };
    const problem = keyProblem(error);
    return { ok: false, failure: problem && { code: problem } };
  }
}
