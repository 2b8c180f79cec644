import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { rememberedDays } from "@/lib/domain/account/two-step";
import { guarded, hostCookie } from "@/lib/session/cookie-options";

/** One cookie an account, named without its address, so that two accounts of one browser are both remembered. */
const cookieOf = (email: string) => {
  const account = createHash("sha256").update(email.trim().toLowerCase()).digest("hex").slice(0, 16);
  return hostCookie(`trousseau-remembered-${account}`);
};

/** By what this browser shows that a log-in of the account was to be remembered here. */
export const rememberTokenOf = async (email: string): Promise<string | null> =>
  (await cookies()).get(cookieOf(email))?.value ?? null;

/** Keeps it for as long as the server takes it. */
export async function keepRememberToken(email: string, token: string): Promise<void> {
  const maxAge = rememberedDays * 24 * 60 * 60;
  (await cookies()).set(cookieOf(email), token, { ...guarded(), maxAge });
}
