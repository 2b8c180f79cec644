import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { UpdateProfile } from "@/lib/domain/account/inputs";
import { sortKey } from "@/lib/domain/names";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { ownChanges } from "@/lib/operations/own-changes";
import { advanced } from "@/lib/operations/revision/internal/advance";

/**
 * The name others see, and the language the person reads. The database renames the rows of their memberships.
 *
 * @throws {InvalidFields} `changed_meanwhile` for what they have changed elsewhere since it was shown.
 */
export const updateProfile = defineCommand({
  name: "account.update_profile",
  input: UpdateProfile,
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { shown, ...typed }, now }) {
    const userId = personOf(actor);
    const [before] = await tx
      .select({ name: users.name, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    if (!before) throw new NotFound();
    const own = ownChanges(typed, shown, before);
    const name = own.name ?? before.name ?? typed.name;
    const locale = own.locale ?? before.locale ?? typed.locale;
    await tx
      .update(users)
      .set({
        name,
        sortName: sortKey(name),
        locale,
        revisedAt: now,
        accountRevisedAt: advanced(users.accountRevisedAt),
      })
      .where(eq(users.id, userId));
    return done({ name, locale }, { type: "user.updated_profile", userId });
  },
});
