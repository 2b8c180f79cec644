import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { ChooseLanguage } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/internal/advance";

/** The language that the person reads, on every device and in mails. */
export const chooseLanguage = defineCommand({
  name: "account.choose_language",
  input: ChooseLanguage,
  access: signedIn,
  worksWithTemporaryPassword: true,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { locale }, now }) {
    const userId = personOf(actor);
    await tx
      .update(users)
      .set({ locale, revisedAt: now, accountRevisedAt: advanced(users.accountRevisedAt) })
      .where(eq(users.id, userId));
    return done({ locale }, { type: "user.updated_profile", userId });
  },
});
