import { deadLinkPage, pageOf } from "@/app/(auth)/link-pages";
import { publicEntry } from "@/lib/http/guarded";
import { tryLoad } from "@/lib/http/page";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { rememberInvitation } from "@/lib/session/invitation";

/** Relative, so that whatever the request calls this host, the browser stays on it. */
const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

/** A link out of a mail. Looking at it uses nothing up: a mail scanner may follow it first. */
export const GET = publicEntry(
  "whoever holds a link may learn what it is for; readInvitation says no more",
  async (_request: Request, { params }: RouteContext<"/invite/[token]">) => {
    const { token } = await params;
    const answer = await tryLoad(readInvitation, { token });
    if (!answer.ok)
      return seeOther(deadLinkPage(answer.refusal === "too_many_attempts" ? "busy" : "unknown", null));
    const link = answer.result;
    if (link.state !== "good") return seeOther(deadLinkPage(link.state, link.purpose));
    await rememberInvitation(token);
    return seeOther(pageOf(link.purpose));
  },
);
