import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { database } from "@/db/index";
import { environment } from "@/lib/env";
import { failureOf } from "@/lib/http/failure";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { execute } from "@/lib/operations/command";
import { deriveSecret } from "@/lib/secrets";
import { deviceOf } from "@/lib/session/request";

declare module "next-auth" {
  interface Session {
    userId: string;
    sessionId: string;
  }
  interface User {
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId: string;
  }
}

const thirtyDays = 30 * 24 * 60 * 60;

/**
 * next-auth keeps the cookie and nothing more. The cookie says which account and which session; whether that
 * session is good is asked of the database on every request (current-actor.ts).
 */
export const authOptions = (): NextAuthOptions => ({
  secret: Buffer.from(deriveSecret("session cookie")).toString("base64"),
  session: { strategy: "jwt", maxAge: thirtyDays },
  pages: { signIn: "/log-in", error: "/log-in" },
  useSecureCookies: environment().appUrl.startsWith("https://"),
  providers: [
    Credentials({
      credentials: { email: {}, authenticationHash: {}, deviceIdentifier: {} },
      async authorize(credentials, request) {
        const headers = new Headers(request.headers as Record<string, string>);
        try {
          const { userId, sessionId } = await execute(
            database(),
            logIn,
            { kind: "anonymous", device: deviceOf(headers) },
            {
              email: credentials?.email ?? "",
              authenticationHash: credentials?.authenticationHash ?? "",
              deviceIdentifier: credentials?.deviceIdentifier ?? "",
            },
          );
          return { id: userId, sessionId };
        } catch (error) {
          // The browser reads the code from the answer's `error`; see components/account/log-in.ts.
          const { code, values } = failureOf(error, logIn.name);
          throw new Error(JSON.stringify({ code, values }));
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      userId: token.sub ?? "",
      sessionId: token.sessionId,
    }),
  },
  events: {
    async signOut({ token }) {
      if (token.sub && token.sessionId)
        await execute(
          database(),
          logOut,
          { kind: "anonymous", device: { type: "unknown_browser", ip: null } },
          { userId: token.sub, sessionId: token.sessionId },
        );
    },
  },
});
