import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { SetUserKeyId } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Keeps the id that an app has worked out of the user key. It is for apps alone: nothing here is found by it. */
export const setUserKeyId = defineCommand({
  name: "account.set_user_key_id",
  input: SetUserKeyId,
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { userKeyId } }) {
    await tx
      .update(users)
      .set({ userKeyId })
      .where(eq(users.id, personOf(actor)));
    return doneUnrecorded(null, "it says nothing that the key itself does not say");
  },
});
