import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { DeviceId, SessionId } from "@/lib/domain/ids";
import { checkSession } from "@/lib/operations/account/check-session";
import { forgetDevice } from "@/lib/operations/account/forget-device";
import { knownDevice } from "@/lib/operations/account/internal/known-device";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { renameDevice } from "@/lib/operations/account/rename-device";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aPerson, type Person } from "@/test/people";

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** A second device of somebody, remembered, with a session that keeps a reload key. */
async function anotherDevice(tx: Tx, { userId, actor }: Person) {
  const [mine] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  const deviceId = DeviceId.parse(randomUUID());
  const identifier = randomUUID();
  const remembered = { rememberHash: "-", rememberedUntil: inAnHour() };
  await tx
    .insert(devices)
    .values({ id: deviceId, userId, identifier, type: "chrome_browser", ...remembered });
  const sessionId = SessionId.parse(randomUUID());
  if (!mine) throw new Error("the person has a session");
  await tx.insert(sessions).values({ ...mine, id: sessionId, deviceId, reloadKey: "half" });
  return { deviceId, identifier, sessionId };
}

test("a device that is forgotten has no session, no reload key and no remembered step, and is a stranger", async ({
  tx,
}) => {
  const brett = await aPerson(tx, "Brett Warden");
  const { userId, actor, email } = brett;
  const { deviceId, identifier, sessionId } = await anotherDevice(tx, brett);
  await execute(tx, renameDevice, actor, { deviceId, name: "Office laptop" });
  expect(await ask(tx, listSessions, actor, {})).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ deviceId, deviceName: "Office laptop", isRemembered: true, current: false }),
    ]),
  );

  await execute(tx, forgetDevice, actor, { deviceId });

  expect(await ask(tx, checkSession, actor, { userId, sessionId })).toBeNull();
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(session?.reloadKey).toBeNull();
  const [device] = await tx.select().from(devices).where(eq(devices.id, deviceId));
  expect(device).toMatchObject({ name: null, rememberHash: null, rememberedUntil: null });
  expect(await knownDevice(tx, email, identifier)).toBeUndefined();
  expect(await ask(tx, listSessions, actor, {})).toMatchObject([{ current: true }]);
  expect(await eventsOf(tx)).toMatchObject([
    { type: "user.forgot_device", details: { device: "chrome_browser" } },
  ]);
});

test("a device that is remembered is listed without a session, and one that is neither is not", async ({
  tx,
}) => {
  const brett = await aPerson(tx, "Brett Warden");
  const { deviceId, sessionId } = await anotherDevice(tx, brett);
  await tx.update(sessions).set({ endedAt: new Date(), reloadKey: null }).where(eq(sessions.id, sessionId));
  expect(await ask(tx, listSessions, brett.actor, {})).toContainEqual(
    expect.objectContaining({ id: null, deviceId, isRemembered: true, current: false }),
  );
  await tx
    .update(devices)
    .set({ rememberedUntil: new Date(0) })
    .where(eq(devices.id, deviceId));
  expect(await ask(tx, listSessions, brett.actor, {})).toHaveLength(1);
});

test("the device that asks is not forgotten, and nobody else's is forgotten or renamed", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const betty = await aPerson(tx, "Betty Warden");
  const [own] = await tx.select().from(devices).where(eq(devices.userId, brett.userId));
  const [hers] = await tx.select().from(devices).where(eq(devices.userId, betty.userId));
  const deviceId = own?.id ?? "";
  await expectRefused(tx, forgetDevice, brett.actor, { deviceId }, "cannot_forget_this_device");
  await expectRefused(tx, forgetDevice, brett.actor, { deviceId: hers?.id ?? "" }, "not_found");
  const named = { deviceId: hers?.id ?? "", name: "Mine" };
  await expectRefused(tx, renameDevice, brett.actor, named, "not_found");
});
