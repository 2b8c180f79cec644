import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { LogIn } from "@/lib/domain/account/inputs";
import type { Device } from "@/lib/domain/device";
import { SessionId, type UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { logInCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { logInGuesses } from "@/lib/operations/account/internal/log-in-guesses";
import { verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { makeRefreshToken } from "@/lib/operations/account/internal/refresh-token";
import { rememberFor } from "@/lib/operations/account/internal/remembered-device";
import { takeSecondStep } from "@/lib/operations/account/internal/second-step";
import { sessionEnd } from "@/lib/operations/account/internal/session-end";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/**
 * Opens a session for whoever proves the master password. An unknown address and a wrong password answer
 * alike, after the same work. An app gets a token to go on with; a browser has its cookie.
 */
export const logIn = defineCommand({
  name: "account.log_in",
  input: LogIn,
  access: everyone("it is how a person becomes known"),
  guesses: { wrong: "wrong_credentials", limits: logInGuesses },
  quota: ({ tx, input }) => logInCodeQuota(tx, input),
  async prepare({ db, input: { email, authenticationHash } }) {
    const [user] = await db
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email));
    const proven = await verifyAuthentication(user?.passwordHash ?? null, authenticationHash);
    if (!user || !proven) throw new Refused("wrong_credentials");
    return { provenHash: user.passwordHash };
  },
  async run({ tx, actor, input, prepared: { provenHash }, now }) {
    const { email, deviceIdentifier } = input;
    const [user] = await tx
      .select({ id: users.id, securityStamp: users.securityStamp, locale: users.locale })
      .from(users)
      .where(and(eq(users.email, email), eq(users.passwordHash, provenHash)))
      .for("key share");
    if (!user) throw new Refused("wrong_credentials");
    const step = await takeSecondStep(tx, { userId: user.id, email }, input, now);

    const deviceId = await rememberDevice(tx, user.id, deviceIdentifier, actor.device, now);
    const sessionId = SessionId.parse(randomUUID());
    const refresh = actor.way === "api" ? makeRefreshToken(sessionId) : null;
    await tx.insert(sessions).values({
      id: sessionId,
      userId: user.id,
      deviceId,
      securityStamp: user.securityStamp,
      ip: actor.device.ip,
      createdAt: now,
      lastSeenAt: now,
      provenAt: now,
      expiresAt: sessionEnd(now),
      refreshHash: refresh?.hash ?? null,
    });
    const rememberToken = step && input.remember ? await rememberFor(tx, deviceId, now) : null;
    if (step === "recovery_code")
      await warnHolder(
        tx,
        { email, locale: user.locale },
        { kind: "account.recovery_code_used", at: now.toISOString() },
        now,
      );
    return done(
      {
        userId: user.id,
        sessionId,
        locale: user.locale,
        rememberToken,
        refreshToken: refresh?.token ?? null,
      },
      { type: "user.logged_in", userId: user.id },
      ...(step === "recovery_code" ? [{ type: "user.used_recovery_code" as const, userId: user.id }] : []),
    );
  },
});

async function rememberDevice(tx: Tx, userId: UserId, identifier: string, { type }: Device, now: Date) {
  const [device] = await tx
    .insert(devices)
    .values({ userId, identifier, type, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [devices.userId, devices.identifier],
      set: { type, lastSeenAt: now, revisedAt: now },
    })
    .returning({ id: devices.id });
  if (!device) throw new Error("an inserted device comes back");
  return device.id;
}
