import NextAuth from "next-auth";
import { publicEntry } from "@/lib/http/guarded";
import { authOptions } from "@/lib/session/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What our own pages ask of next-auth. It has more addresses, with pages, errors and a log of their own. */
const asked = ["GET csrf", "POST callback/credentials", "POST signout"];

const answer = (status: number) => new Response(null, { status });

const handler = publicEntry(
  "logging in and out is for those who are not known yet; log-in runs its own operation",
  async (request: Request, context: Context) => {
    const { nextauth } = await context.params;
    if (!asked.includes(`${request.method} ${nextauth.join("/")}`)) return answer(404);
    const type = request.headers.get("content-type") ?? "";
    const isForm = /^application\/x-www-form-urlencoded(;|$)/i.test(type);
    if (new URL(request.url).search !== "" || (request.method === "POST" && !isForm)) return answer(400);
    return NextAuth(authOptions())(request, context);
  },
);

export { handler as GET, handler as POST };
