import "server-only";
import { cache } from "react";
import { tryLoad } from "@/lib/http/page";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { forgetInvitation, invitationToken } from "@/lib/session/invitation";

/** What a link is for, read once however many parts of a page ask: each reading counts against guessing. */
export const readLink = cache((token: string) => tryLoad(readInvitation, { token }));

/** The link that was followed last in this browser, if it still works. */
export async function followedLink() {
  const token = await invitationToken();
  const answer = token ? await readLink(token) : null;
  return token && answer?.ok && answer.result.state === "good" ? { token, ...answer.result } : null;
}

/** Takes the link out of the browser when it leads no further, as after an act that has used it up. */
export async function forgetSpentLink(): Promise<void> {
  const token = await invitationToken();
  const answer = token ? await tryLoad(readInvitation, { token }) : null;
  if (answer?.ok && answer.result.state !== "good") forgetInvitation();
}
