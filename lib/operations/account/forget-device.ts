import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { DeviceTarget } from "@/lib/domain/account/inputs";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/**
 * Forgets one of one's own devices: its sessions end with their reload keys, its second step is asked for again, and
 * the browser is a new device at its next log-in. The row stays for as long as its sessions do, under another
 * identifier than the browser's.
 *
 * @throws {Refused} `cannot_forget_this_device` for the device that asks: there one logs out.
 */
export const forgetDevice = defineCommand({
  name: "account.forget_device",
  input: DeviceTarget,
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { deviceId }, now }) {
    const userId = personOf(actor);
    const [own] = await tx
      .select({ deviceId: sessions.deviceId })
      .from(sessions)
      .where(eq(sessions.id, sessionOf(actor)));
    if (own?.deviceId === deviceId) throw new Refused("cannot_forget_this_device");
    const forgotten = { identifier: randomUUID(), name: null, rememberHash: null, rememberedUntil: null };
    const [device] = await tx
      .update(devices)
      .set({ ...forgotten, revisedAt: now })
      .where(and(eq(devices.id, deviceId), eq(devices.userId, userId)))
      .returning({ type: devices.type });
    if (!device) throw new NotFound();
    const { events } = await endSessionsOf(tx, userId, eq(sessions.deviceId, deviceId), now);
    return done(null, { type: "user.forgot_device", userId, details: { device: device.type } }, ...events);
  },
});
