import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { allow, type Decision } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/events";

/**
 * Who may run an operation: the facts, read inside the transaction, and the pure rule that judges them.
 * `Target` is what the input must name for the question to make sense.
 */
export type Access<Target, Standing> = {
  /** One name per kind of standing: within one page, the same standing is read once. */
  name: string;
  standing: (tx: Tx, actor: Actor, target: Target) => Promise<Standing>;
  rule: (standing: Standing) => Decision;
  /** What the standing adds to events that belong to an organization: the provider that acts in it. */
  stamp?: (standing: Standing) => EventSubjects;
};

/** For what anybody may ask, signed in or not. The reason is for the reader. */
export const everyone = (_reason: string): Access<unknown, null> => ({
  name: "everyone",
  standing: async () => null,
  rule: () => allow,
});
