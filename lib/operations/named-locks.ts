import "server-only";
import type { Tx } from "@/db/client";
import type { Lock } from "@/lib/operations/locks";
import { type StandingOf, takeLocks } from "@/lib/operations/take-locks";

/** The locks that an act has named, in this try or in an earlier one. */
export type Named = Map<string, Lock>;

/**
 * A command named a lock when others were held already, so it could not be taken in order. The command begins
 * anew and takes this lock too.
 */
export class NamedLate extends Error {
  constructor(readonly named: Named) {
    super(`locks were named while others were waited for: ${[...named.keys()].join(", ")}`);
  }
}

/**
 * Takes the locks that a command names, and has it name them again when they are held, because the rows that it
 * reads their ids from may have changed while it waited. So a command never acts on something that it has not
 * locked.
 *
 * @throws {NamedLate} when something is named by then that is not held. `named` remembers it for the next try.
 */
export async function lockNamed(
  tx: Tx,
  named: Named,
  name: () => Lock[] | Promise<Lock[]>,
  standing?: StandingOf,
): Promise<void> {
  remember(named, await name());
  await takeLocks(tx, [...named.values()], standing);
  const held = named.size;
  remember(named, await name());
  if (named.size > held) throw new NamedLate(named);
}

/**
 * For what an act finds out only once it is under way: somebody may have joined a team since the locks were named.
 *
 * @throws {NamedLate} when one of `locks` is not held. `named` remembers it for the next try.
 */
export function expectHeld(named: Named, locks: readonly Lock[]): void {
  const held = named.size;
  remember(named, locks);
  if (named.size > held) throw new NamedLate(named);
}

function remember(named: Named, locks: readonly Lock[]) {
  for (const lock of locks) named.set(Object.values(lock).join(" "), lock);
}
