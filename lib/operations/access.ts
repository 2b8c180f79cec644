import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { allow, type Decision } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/event-subjects";

/**
 * Locks the rows of a select until the transaction ends, so that nobody changes them before the act is done. A
 * command that takes rights away locks the same rows `for update`, so one of the two waits for the other, and
 * nobody acts by rights that are gone. For a query, it locks nothing.
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
 * Who may run an operation: `standing` reads facts inside the transaction, and the pure `rule` judges them.
 * `Target` has the ids that the input must have.
 */
export type Access<Target, Standing> = {
  name: string;
  /**
   * The names of the ids that the standing depends on. It gets only these, and is remembered by them within one
   * request.
   */
  of: readonly (keyof Target & string)[];
  standing: (look: Look, target: Target) => Promise<Standing>;
  rule: (standing: Standing) => Decision;
  /** What the standing adds to events that belong to an organization: the provider that acts in it. */
  stamp?: (standing: Standing) => EventSubjects;
};

/**
 * An access that looks at no tenant. If the operation's input names something of a tenant, it compiles only
 * when `named` says why that is safe.
 */
export type Untargeted<Standing, Named extends Reason = undefined> = Access<unknown, Standing> & {
  readonly untargeted: true;
  readonly named: Named;
};

type Reason = string | undefined;

/** An access for everybody, signed in or not. The reasons are for whoever reads the code. */
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
  // The standing gets only what `of` names.
  return Object.fromEntries(access.of.map((name) => [name, input[name as keyof Target]])) as Target;
}
