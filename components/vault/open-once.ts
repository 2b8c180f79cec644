import { keyProblem } from "@/components/vault/vault-failure";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

/** What a function opened last, and to what: what has not changed since need not be opened again. */
export type Last<Sealed, Opened> = { sealed: Sealed; opened: Opened };

/** Opens something sealed. One function a kind of thing, at the top of a module: it is half of what opened things are remembered by. */
export type Open<Sealed extends object, Opened> = (
  vault: Vault,
  sealed: Sealed,
  last?: Last<Sealed, Opened>,
) => Promise<Opened>;

/**
 * What became of opening. A failure is about the whole: a single bad row is for `Open` to tell. `problem` is what is
 * wrong with the key, where it is the key.
 */
export type Outcome<Opened> =
  | { ok: true; opened: Opened }
  | { ok: false; problem: ReturnType<typeof keyProblem> };

export interface OpenOnce {
  /** Opens `sealed` unless that was done before, and remembers it for as long as both live. */
  opened<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>): Promise<Outcome<Opened>>;
  /** Forgets a failure, so that the next question tries again. */
  forget(sealed: object): void;
}

/**
 * What was opened since the vault was unlocked. It goes away with the lock: nothing opened outlives it here.
 * A vault that locks while it opens leaves the answer open forever, as what shows it is gone by then.
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
    return { ok: false, problem: keyProblem(error) };
  }
}
