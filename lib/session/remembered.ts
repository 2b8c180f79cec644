import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { rememberedDays } from "@/lib/domain/account/two-step";
import { environment } from "@/lib/env";

const isSecure = () => environment().appUrl.startsWith("https://");

/** One cookie an account, named without its address, so that two accounts of one browser are both remembered. */
const cookieOf = (email: string) => {
  const account = createHash("sha256").update(email.trim().toLowerCase()).digest("hex").slice(0, 16);
  return `${isSecure() ? "__Host-" : ""}trousseau-remembered-${account}`;
};

/** By what this browser shows that a log-in of the account was to be remembered here. */
export const rememberTokenOf = async (email: string): Promise<string | null> =>
  (await cookies()).get(cookieOf(email))?.value ?? null;

/** Keeps it out of scripts' reach, and sends it nowhere but here. */
export async function keepRememberToken(email: string, token: string): Promise<void> {
  const maxAge = rememberedDays * 24 * 60 * 60;
  const guarded = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
  (await cookies()).set(cookieOf(email), token, { ...guarded, maxAge });
}
