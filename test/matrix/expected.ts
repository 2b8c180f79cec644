import type { Refusal } from "@/lib/domain/refusal";
import { type ActorName, actorNames, type InstanceName, namesOf, type Who } from "@/test/matrix/actors";

/** How a request ends, in one word. */
export type Outcome = "done" | Refusal;

/** What each kind of actor gets from an operation. */
export type Expected = {
  of: Record<ActorName, Outcome>;
  /** Who it is done for where it is done for nobody else. */
  instance?: InstanceName;
};

type Exceptions = Partial<Record<Who, Outcome>>;

const everybody = (outcome: Outcome) =>
  // Each actor is given the outcome.
  Object.fromEntries(actorNames.map((name) => [name, outcome])) as Expected["of"];

function expected(rest: Outcome, ...exceptions: Exceptions[]): Expected {
  const of = everybody(rest);
  for (const exception of exceptions)
    for (const [who, outcome] of Object.entries(exception) as [Who, Outcome][])
      for (const name of namesOf(who)) of[name] = outcome;
  return { of };
}

const done = (who: readonly Who[]): Exceptions => Object.fromEntries(who.map((one) => [one, "done"]));

/** In a client's console: done for those named. The provider's people have to enter first; others see no console. */
export const inConsole = (who: readonly Who[], but: Exceptions = {}): Expected =>
  expected("not_found", { anonymous: "not_signed_in", outside: "client_not_entered" }, done(who), but);

/** In a provider's portal: done for those named. To others it does not exist. */
export const inPortal = (who: readonly Who[], but: Exceptions = {}): Expected =>
  expected("not_found", { anonymous: "not_signed_in" }, done(who), but);

/** Of one's own account: done for everybody who has one. */
export const ofOneself = (but: Exceptions = {}): Expected =>
  expected("done", { anonymous: "not_signed_in", key: "not_signed_in" }, but);

/** Of a link that was sent to somebody: done for them. */
export const ofAddressee = (who: Who): Expected =>
  expected("email_does_not_match", { anonymous: "not_signed_in", key: "not_signed_in" }, done([who]));

/** Done for everybody, signed in or not. */
export const forEverybody = (but: Exceptions = {}): Expected => expected("done", but);

/** Done for the instance itself alone. */
export const forInstance = (instance: InstanceName, but: Exceptions = {}): Expected => ({
  ...expected("not_found", { anonymous: "not_signed_in" }, but),
  instance,
});
