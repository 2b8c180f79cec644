import NextAuth from "next-auth";
import { publicEntry } from "@/lib/http/guarded";
import { authOptions } from "@/lib/session/options";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = publicEntry(
  "logging in and out is for those who are not known yet; log-in runs its own operation",
  async (request: Request, context: Context) => {
    const { nextauth } = await context.params;
    // Here next-auth would write into our log whatever a visitor sends. Nothing of ours sends anything.
    if (nextauth.includes("_log")) return new Response(null, { status: 404 });
    return NextAuth(authOptions())(request, context);
  },
);

export { handler as GET, handler as POST };
