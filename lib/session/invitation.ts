import "server-only";
import { cookies } from "next/headers";
import { isSecure } from "@/lib/session/options";

const cookie = "trousseau-invitation";
const oneHour = 60 * 60;

/** The link that was followed last in this browser, until it is acted on. */
export const invitationToken = async (): Promise<string | null> =>
  (await cookies()).get(cookie)?.value ?? null;

/** Keeps a link's token out of the address bar and of scripts' reach. For route handlers and actions. */
export async function rememberInvitation(token: string): Promise<void> {
  const guarded = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
  (await cookies()).set(cookie, token, { ...guarded, maxAge: oneHour });
}
