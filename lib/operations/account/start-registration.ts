import "server-only";
import { StartRegistration } from "@/lib/domain/account/inputs";
import { allow, refuse } from "@/lib/domain/decision";
import { environment } from "@/lib/env";
import type { Untargeted } from "@/lib/operations/access";
import { hasAccount } from "@/lib/operations/account/internal/has-account";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineCommand } from "@/lib/operations/command";
import { linkOf, pageLink } from "@/lib/operations/links";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/** Anybody, where the instance is open to sign-ups. */
const openSignups: Untargeted<"open" | "invited", undefined> = {
  name: "open_signups",
  of: [],
  untargeted: true,
  named: undefined,
  standing: async () => environment().signups,
  rule: (signups) => (signups === "open" ? allow : refuse("signups_closed")),
};

/**
 * Sends a link with which the holder of an address can make an account. The answer does not tell whether there
 * is an account already. Only the mail does, and only the holder gets it.
 */
export const startRegistration = defineCommand({
  name: "account.start_registration",
  input: StartRegistration,
  access: openSignups,
  throttle: ({ actor }) => [addressLimit("registration_mail", actor, 30, 3600)],
  quota: ({ input: { email } }) => mailQuota([email]),
  async run({ tx, input: { email, locale }, now }) {
    const isKnown = await hasAccount(tx, email);
    // A token is made for every address, although only new ones are sent it. Less work for the others would
    // tell who has an account.
    const link = linkOf(await issueToken(tx, { purpose: "registration", email }, now));
    const mail = { kind: "account.register", link: isKnown ? pageLink("/log-in") : link } as const;
    await queueMail(tx, { email, locale }, mail, now);
    return doneUnrecorded(null, "there is nobody yet whose log could keep it");
  },
});
