import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { allow, hide, refuse } from "@/lib/domain/decision";
import type { SessionId, UserId } from "@/lib/domain/ids";
import type { Untargeted } from "@/lib/operations/access";
import { Refused } from "@/lib/operations/errors";

/** The acting person's id, for operations whose access already asked for a person. */
export function personOf(actor: Actor): UserId {
  const userId = userIdOf(actor);
  if (!userId) throw new Refused("not_signed_in");
  return userId;
}

/** The session behind the acting person, for operations whose access already asked for a person. */
export function sessionOf({ sessionId }: Actor): SessionId {
  if (!sessionId) throw new Refused("not_signed_in");
  return sessionId;
}

type SignedIn<Named extends string | undefined> = Untargeted<"signed_in" | "anonymous", Named>;

const signedInBecause = <Named extends string | undefined>(named: Named): SignedIn<Named> => ({
  name: "signed_in",
  of: [],
  standing: async ({ actor }) => (userIdOf(actor) ? "signed_in" : "anonymous"),
  rule: (standing) => (standing === "signed_in" ? allow : refuse("not_signed_in")),
  untargeted: true,
  named,
});

/** Anybody with an account and a good session; what is read or changed is their own. */
export const signedIn = signedInBecause(undefined);

/** The same for an input that names something of a tenant. The reason says why nothing of it has to be judged. */
export const signedInNaming = (reason: string) => signedInBecause(reason);

type Administration = "administrator" | "user" | "anonymous";

/** The command line on the instance's own machine, and nobody else. */
export const operators: Untargeted<"operator" | "other", undefined> = {
  name: "operators",
  of: [],
  standing: async ({ actor }) => (actor.principal.kind === "operator" ? "operator" : "other"),
  rule: (standing) => (standing === "operator" ? allow : hide),
  untargeted: true,
  named: undefined,
};

/** The instance's administrators, and the command line on its own machine. To others these pages do not exist. */
export const instanceAdministrators: Untargeted<Administration, string> = {
  name: "instance_administrators",
  of: [],
  async standing({ tx, actor, hold }) {
    if (actor.principal.kind === "operator" || actor.principal.kind === "job") return "administrator";
    const userId = userIdOf(actor);
    if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : "user";
    const [user] = await hold(
      tx.select({ role: users.instanceRole }).from(users).where(eq(users.id, userId)),
    );
    return user?.role ?? "user";
  },
  rule: (standing) =>
    standing === "administrator" ? allow : standing === "anonymous" ? refuse("not_signed_in") : hide,
  untargeted: true,
  named: "the instance's administrators may name any provider of it",
};
