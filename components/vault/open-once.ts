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
  /** Is given what can be shown before all of it is open. */
  showFirst?: (first: Opened) => void,
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
  /** The same, as soon as there is something to show of it. */
  first<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>): Promise<Outcome<Opened>>;
  /** Forgets a failure, so that the next question tries again. */
  forget(sealed: object): void;
}

/**
 * What was opened since the vault was unlocked. All of it is forgotten when the vault locks. If the vault locks
 * while something is being opened, the promise is never settled, because what would show it is gone.
 */
export function openOnce(vault: Vault): OpenOnce {
  const kept = new WeakMap<object, Map<unknown, Opening<unknown>>>();
  const lastOf = new Map<unknown, Last<object, unknown>>();

  function openingOf<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>) {
    const ofThis = kept.get(sealed) ?? new Map<unknown, Opening<unknown>>();
    kept.set(sealed, ofThis);
    const known = ofThis.get(open);
    // The function is the key, so what is kept under it is what it answers.
    if (known) return known as Opening<Opened>;
    const last = lastOf.get(open) as Last<Sealed, Opened> | undefined;
    let showFirst = (_: Opened) => {};
    const early = new Promise<Outcome<Opened>>((resolve) => {
      showFirst = (opened) => resolve({ ok: true, opened });
    });
    const whole = settle(
      open(vault, sealed, last, showFirst).then((opened) => {
        lastOf.set(open, { sealed, opened });
        return opened;
      }),
    );
    const opening = { first: Promise.race([early, whole]), whole };
    // What can be shown first is not held any longer than that.
    void whole.then(() => {
      opening.first = whole;
    });
    ofThis.set(open, opening);
    return opening;
  }

  return {
    opened: (sealed, open) => openingOf(sealed, open).whole,
    first: (sealed, open) => openingOf(sealed, open).first,
    forget(sealed) {
      kept.delete(sealed);
    },
  };
}

type Opening<Opened> = Record<"first" | "whole", Promise<Outcome<Opened>>>;

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
