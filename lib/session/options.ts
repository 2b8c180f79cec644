import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { z } from "zod";
import { database } from "@/db/index";
import { failureOf } from "@/lib/answer/failure";
import { failedStepOf } from "@/lib/domain/account/failed-step";
import type { LogIn } from "@/lib/domain/account/inputs";
import { sessionDays } from "@/lib/domain/account/session";
import { type Actor, anonymousActor } from "@/lib/domain/actor";
import { localeCookie } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { describeError } from "@/lib/log/describe-error";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { mailLogInCode } from "@/lib/operations/account/mail-log-in-code";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { execute } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { deriveSecret } from "@/lib/secrets";
import { guarded, hostCookie, isSecure } from "@/lib/session/cookie-options";
import { keepRememberToken, rememberTokenOf } from "@/lib/session/remembered";
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

const thirtyDays = sessionDays * 24 * 60 * 60;
const oneYear = 365 * 24 * 60 * 60;

/**
 * At this door the actor is anonymous. Its commands judge by the cookie's contents or by the proof of the
 * password.
 */
const caller = async (): Promise<Actor> => anonymousActor(deviceOf(await headers()));

/** A form carries texts only, so a signature comes as JSON. What is none is refused by the operation's own schema. */
function signatureIn(text: string | undefined): z.input<typeof LogIn>["passkey"] {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("wrong_passkey");
  }
}

/** next-auth wraps the error in what it was doing, which may hold an address or a cookie. */
const errorIn = (about: Error | Record<string, unknown>) =>
  describeError(about instanceof Error ? about : about.error);

/**
 * next-auth keeps the cookie and nothing more. The cookie says which account and which session; whether that
 * session is good is asked of the database on every request (current-actor.ts).
 */
export const authOptions = (): NextAuthOptions => ({
  secret: Buffer.from(deriveSecret("session cookie")).toString("base64"),
  session: { strategy: "jwt", maxAge: thirtyDays },
  pages: { signIn: "/log-in", error: "/log-in" },
  useSecureCookies: isSecure(),
  cookies: { sessionToken: { name: hostCookie("next-auth.session-token"), options: guarded() } },
  providers: [
    Credentials({
      credentials: {
        email: {},
        authenticationHash: {},
        deviceIdentifier: {},
        code: {},
        passkey: {},
        mail: {},
        remember: {},
      },
      async authorize(credentials) {
        const actor = await caller();
        try {
          const email = credentials?.email ?? "";
          if (credentials?.mail === "true") {
            await execute(database(), mailLogInCode, actor, {
              email,
              authenticationHash: credentials.authenticationHash,
              deviceIdentifier: credentials.deviceIdentifier,
            });
            throw new Refused("code_needed", { methods: "mail" });
          }
          const { userId, sessionId, locale, rememberToken } = await execute(database(), logIn, actor, {
            email,
            authenticationHash: credentials?.authenticationHash ?? "",
            deviceIdentifier: credentials?.deviceIdentifier ?? "",
            code: credentials?.code || null,
            passkey: signatureIn(credentials?.passkey),
            remember: credentials?.remember === "true",
            rememberToken: await rememberTokenOf(email),
          });
          if (rememberToken) await keepRememberToken(email, rememberToken);
          if (locale)
            (await cookies()).set(localeCookie, locale, {
              sameSite: "lax",
              secure: isSecure(),
              maxAge: oneYear,
            });
          return { id: userId, sessionId };
        } catch (error) {
          const { code, values } = failureOf(error, logIn.name);
          const failed = failedStepOf(code);
          if (failed)
            await execute(database(), recordFailedLogIn, actor, {
              email: credentials?.email ?? "",
              step: failed,
            });
          // The browser reads the code out of the answer's `error`.
          throw new Error(JSON.stringify({ code, values }));
        }
      },
    }),
  ],
  logger: {
    error: (code, about) => log().warn({ code, error: errorIn(about) }, "next-auth"),
    warn: (code) => log().debug({ code }, "next-auth"),
  },
  callbacks: {
    // The page decides where to go on. An address in the request is not followed.
    redirect: ({ baseUrl }) => baseUrl,
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      userId: token.sub ?? "",
      sessionId: token.sessionId,
    }),
  },
  events: {
    async signOut({ token }) {
      if (!token.sub || !token.sessionId) return;
      const claim = { userId: token.sub, sessionId: token.sessionId };
      await execute(database(), logOut, await caller(), claim);
    },
  },
});
