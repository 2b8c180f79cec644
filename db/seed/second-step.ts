import { TOTP } from "otpauth";
import type { Database } from "@/db/client";
import { mailsWaitingFor } from "@/db/seed/mailed";
import type { Persona } from "@/db/seed/persona";
import { totp } from "@/lib/domain/account/two-step";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { confirmMailedCodes } from "@/lib/operations/account/confirm-mailed-codes";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { startMailedCodes } from "@/lib/operations/account/start-mailed-codes";
import { execute } from "@/lib/operations/command";

/** What an authenticator app shows at this moment for its key. */
export const codeOfApp = (key: string): string => new TOTP({ ...totp, secret: key }).generate();

/** Has somebody's log-in take codes of an authenticator app. Gives the app's key. */
export async function seedAuthenticator(db: Database, { actor }: Persona): Promise<string> {
  const { secret } = await execute(db, startAuthenticator, actor, {});
  await execute(db, confirmAuthenticator, actor, { code: codeOfApp(secret) });
  return secret;
}

/** Has somebody's log-in take codes by mail. Gives a recovery code. */
export async function seedMailedCodes(db: Database, { actor, email }: Persona): Promise<string> {
  await execute(db, startMailedCodes, actor, {});
  const mail = (await mailsWaitingFor(db, email)).findLast((each) => "code" in each);
  if (!mail || !("code" in mail)) throw new Error(`There is no code in a mail to ${email}.`);
  const { recoveryCodes } = await execute(db, confirmMailedCodes, actor, { code: mail.code });
  return recoveryCodes?.[0] ?? "";
}
