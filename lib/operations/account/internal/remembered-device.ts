import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, notInArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { rememberedDays } from "@/lib/domain/account/two-step";
import type { DeviceId, SessionId, UserId } from "@/lib/domain/ids";

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64");

/** Whether this browser of this account was remembered, and has the token that it was given then. */
export async function isRemembered(
  tx: Tx,
  userId: UserId,
  { deviceIdentifier, rememberToken }: { deviceIdentifier: string; rememberToken: string | null },
  now: Date,
): Promise<boolean> {
  if (rememberToken === null) return false;
  const [device] = await tx
    .select({ id: devices.id })
    .from(devices)
    .where(
      and(
        eq(devices.userId, userId),
        eq(devices.identifier, deviceIdentifier),
        eq(devices.rememberHash, hashOf(rememberToken)),
        gt(devices.rememberedUntil, now),
      ),
    );
  return device !== undefined;
}

/** Remembers a browser. Answers the token that it shows from then on: 256 random bits, kept as a hash. */
export async function rememberFor(tx: Tx, deviceId: DeviceId, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const rememberedUntil = new Date(Number(now) + rememberedDays * 24 * 60 * 60 * 1000);
  await tx
    .update(devices)
    .set({ rememberHash: hashOf(token), rememberedUntil })
    .where(eq(devices.id, deviceId));
  return token;
}

/**
 * The browsers of the account are asked for a code again: all of them, or those that `which` picks. Logging out
 * alone forgets none, as it is for coming back that a browser is remembered.
 */
export const forgetDevices = (tx: Tx, userId: UserId, which?: SQL) =>
  tx
    .update(devices)
    .set({ rememberHash: null, rememberedUntil: null })
    .where(and(eq(devices.userId, userId), which));

const deviceOf = (tx: Tx, sessionId: SessionId) =>
  tx.select({ id: sessions.deviceId }).from(sessions).where(eq(sessions.id, sessionId));

/** The browser in which a session is, or was. */
export const forgetDeviceOf = (tx: Tx, userId: UserId, sessionId: SessionId) =>
  forgetDevices(tx, userId, inArray(devices.id, deviceOf(tx, sessionId)));

/** Every browser but the one of this session. */
export const forgetDevicesBut = (tx: Tx, userId: UserId, sessionId: SessionId) =>
  forgetDevices(tx, userId, notInArray(devices.id, deviceOf(tx, sessionId)));
