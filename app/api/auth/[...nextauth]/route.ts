import NextAuth from "next-auth";
import { publicEntry } from "@/lib/http/guarded";
import { authOptions } from "@/lib/session/options";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = publicEntry(
  "logging in and out is for those who are not known yet; log-in runs its own operation",
  (request: Request, context: Context) => NextAuth(authOptions())(request, context),
);

export { handler as GET, handler as POST };
