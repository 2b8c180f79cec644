import "server-only";
import { z } from "zod";
import { Email } from "@/lib/domain/email";
import { tokenHours } from "@/lib/domain/token";
import { operators } from "@/lib/operations/account/access";
import { hasAccount } from "@/lib/operations/account/internal/has-account";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { linkOf } from "@/lib/operations/links";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/** Mails somebody without an account a link that makes them an administrator. An earlier link stops working. */
export const inviteAdministrator = defineCommand({
  name: "admin.invite_administrator",
  input: z.object({ email: Email }),
  access: operators,
  throttle: ({ actor }) => mailThrottle(actor),
  quota: ({ input: { email } }) => mailQuota([email]),
  async run({ tx, input: { email }, now }) {
    if (await hasAccount(tx, email)) throw new Refused("email_taken", { email });
    const link = linkOf(await issueToken(tx, { purpose: "administrator", email }, now));
    const expiresAt = new Date(Number(now) + tokenHours.administrator * 3_600_000).toISOString();
    await queueMail(tx, { email, locale: null }, { kind: "account.administer", link, expiresAt }, now);
    return doneUnrecorded({ email }, "nothing of the instance changes until the link is used");
  },
});
