import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import { allow, hide, refuse } from "@/lib/domain/decision";
import type { UserId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { Refused } from "@/lib/operations/errors";

/** The acting person's id, for operations whose access already asked for a person. */
export function personOf(actor: Actor): UserId {
  if (actor.kind !== "user") throw new Refused("not_signed_in");
  return actor.userId;
}

/** Anybody with an account and a good session; what is read or changed is their own. */
export const signedIn: Access<unknown, "signed_in" | "anonymous"> = {
  name: "signed_in",
  standing: async (_tx, actor) => (actor.kind === "user" ? "signed_in" : "anonymous"),
  rule: (standing) => (standing === "signed_in" ? allow : refuse("not_signed_in")),
};

/** The command line on the instance's own machine, and nobody else. */
export const operators: Access<unknown, "operator" | "other"> = {
  name: "operators",
  standing: async (_tx, actor) => (actor.kind === "operator" ? "operator" : "other"),
  rule: (standing) => (standing === "operator" ? allow : hide),
};

/** The instance's administrators, and the command line on its own machine. To others these pages do not exist. */
export const instanceAdministrators: Access<unknown, "administrator" | "user" | "anonymous"> = {
  name: "instance_administrators",
  async standing(tx, actor) {
    if (actor.kind === "operator") return "administrator";
    if (actor.kind === "anonymous") return "anonymous";
    const [user] = await tx
      .select({ role: users.instanceRole })
      .from(users)
      .where(eq(users.id, actor.userId));
    return user?.role ?? "user";
  },
  rule: (standing) =>
    standing === "administrator" ? allow : standing === "anonymous" ? refuse("not_signed_in") : hide,
};
