import "server-only";
import { cookies } from "next/headers";
import { requestNotes } from "@/lib/answer/request-notes";
import { guarded, hostCookie, isSecure } from "@/lib/session/cookie-options";

const oneHour = 60 * 60;

const cookie = () => hostCookie("trousseau-invitation");

/** The link that was followed last in this browser, until it is acted on. */
export const invitationToken = async (): Promise<string | null> =>
  (await cookies()).get(cookie())?.value ?? null;

/** Keeps a link's token out of the address bar and of scripts' reach. For route handlers and actions. */
export async function rememberInvitation(token: string): Promise<void> {
  (await cookies()).set(cookie(), token, { ...guarded(), maxAge: oneHour });
}

/** Takes the link out of the browser. The page that acted on it stays as it is: Next would render it anew. */
export function forgetInvitation(): void {
  const secure = isSecure() ? "; Secure" : "";
  requestNotes()?.cookies.push(`${cookie()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
}
