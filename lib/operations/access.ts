import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { allow, type Decision } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/events";

/**
 * Keeps the rows of a select as they are until the transaction ends, where something is about to be done on
 * their strength. A command that takes authority away locks the same rows `for update`: one of the two waits, so
 * nobody acts on an authority that is gone. Where something is only read, it does nothing.
 */
export type Hold = <Select extends { for: (strength: "key share") => unknown }>(select: Select) => Select;

export type Look = {
  tx: Tx;
  actor: Actor;
  hold: Hold;
  /** Whether something is about to be done, or only read. */
  purpose: "act" | "read";
  now: Date;
};

/**
 * Who may run an operation: the facts, read inside the transaction, and the pure rule that judges them.
 * `Target` is what the input must name for the question to make sense.
 */
export type Access<Target, Standing> = {
  name: string;
  /** The names of what the standing depends on. It is given these alone, and remembered by them within one request. */
  of: readonly (keyof Target & string)[];
  standing: (look: Look, target: Target) => Promise<Standing>;
  rule: (standing: Standing) => Decision;
  /** What the standing adds to events that belong to an organization: the provider that acts in it. */
  stamp?: (standing: Standing) => EventSubjects;
};

/**
 * An access that looks at no tenant. An operation whose input names one compiles with it only when `named` says
 * why that is safe.
 */
export type Untargeted<Standing, Named extends Reason = undefined> = Access<unknown, Standing> & {
  readonly untargeted: true;
  readonly named: Named;
};

type Reason = string | undefined;

/** For what anybody may ask, signed in or not. The reasons are for the reader. */
export const everyone = <Named extends Reason = undefined>(
  _reason: string,
  named?: Named,
): Untargeted<null, Named> => ({
  name: "everyone",
  of: [],
  standing: async () => null,
  rule: () => allow,
  untargeted: true,
  // Absent exactly where the type says `undefined`.
  named: named as Named,
});

/** The part of an input that an access may look at. */
export function targetOf<Target>(access: Pick<Access<Target, never>, "of">, input: Target): Target {
  if (typeof input !== "object" || input === null) return input;
  // Only what `of` names is there: a standing that looked at more would find nothing.
  return Object.fromEntries(access.of.map((name) => [name, input[name as keyof Target]])) as Target;
}
