import "server-only";
import { cookies } from "next/headers";
import { requestNotes } from "@/lib/answer/request-notes";
import { isSecure } from "@/lib/session/options";

const oneHour = 60 * 60;

/** Over https, no neighbouring host can set this cookie: see the session's cookie. */
const cookie = () => `${isSecure() ? "__Host-" : ""}trousseau-invitation`;

/** The link that was followed last in this browser, until it is acted on. */
export const invitationToken = async (): Promise<string | null> =>
  (await cookies()).get(cookie())?.value ?? null;

/** Keeps a link's token out of the address bar and of scripts' reach. For route handlers and actions. */
export async function rememberInvitation(token: string): Promise<void> {
  const guarded = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
  (await cookies()).set(cookie(), token, { ...guarded, maxAge: oneHour });
}

/** Takes the link out of the browser. The page that acted on it stays as it is: Next would render it anew. */
export function forgetInvitation(): void {
  const secure = isSecure() ? "; Secure" : "";
  requestNotes()?.cookies.push(`${cookie()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
}
