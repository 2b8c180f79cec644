import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { features } from "@/lib/domain/organization/plans";
import { isRemembered, rememberFor } from "@/lib/operations/account/internal/remembered-device";
import { execute } from "@/lib/operations/command";
import { askerOf, count } from "@/lib/operations/limits";
import { askRecovery } from "@/lib/operations/recovery/ask";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { openRecovery } from "@/lib/operations/recovery/open-recovery";
import { recoverMember } from "@/lib/operations/recovery/recover-member";
import { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { answerRecovery as answer } from "@/test/answer-recovery";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anyId } from "@/test/organization";
import { aPolicy } from "@/test/policies";
import { aPersona, aSealedClient, confirm, openKeyOf } from "@/test/sealed-world";

/** A client whose policy is on, and a member whose browser can enrol them. */
async function aMemberWhoEnrols(tx: Tx) {
  const world = await aSealedClient(tx, { items: 0 });
  const { organizationId } = world;
  await tx
    .update(organizations)
    .set({ features: [...features] })
    .where(eq(organizations.id, organizationId));
  await aPolicy(tx, organizationId, "account_recovery", { autoEnrollEnabled: false });
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  const ref = `organization:${organizationId}` as const;
  const served = await openKeyOf(tx, organizationId, member);
  const enrolment = {
    organizationId,
    organizationKeyId: served.organizationKeyId,
    userKeyForOrganization: await member.vault.enrol("user", ref, served),
  };
  return { ...world, member, memberId, ref, enrolment, target: { organizationId, memberId } };
}

describe("a recovered account", () => {
  test("asks every browser for a second step again, and no session of before is worth anything", async ({
    tx,
  }) => {
    const { organizationId, owner, member, ref, enrolment, target } = await aMemberWhoEnrols(tx);
    await execute(tx, enrolInRecovery, member.actor, enrolment);
    const isTheirs = eq(devices.userId, member.userId);
    const [device] = await tx.select().from(devices).where(isTheirs);
    if (!device) throw new Error("the member has a browser");
    const browser = {
      deviceIdentifier: device.identifier,
      rememberToken: await rememberFor(tx, device.id, new Date()),
    };
    const remembered = () => isRemembered(tx, member.userId, browser, new Date());
    const stamps = () =>
      Promise.all([
        tx.select({ stamp: users.securityStamp }).from(users).where(eq(users.id, member.userId)),
        tx.select({ stamp: sessions.securityStamp }).from(sessions).where(eq(sessions.userId, member.userId)),
      ]);
    expect(await remembered()).toBe(true);
    const [[before]] = await stamps();

    const { email, kdf, mark, person: _, ...keys } = await execute(tx, openRecovery, owner.actor, target);
    const pair = await openKeyOf(tx, organizationId, owner);
    const next = { email, kdf, password: "a temporary one" };
    const sealed = await owner.vault.recover(ref, pair, keys, next);
    await execute(tx, recoverMember, owner.actor, { ...target, mark, ...sealed });

    expect(await remembered()).toBe(false);
    const [[after], [session]] = await stamps();
    expect(after?.stamp).not.toBe(before?.stamp);
    expect(session?.stamp).toBe(before?.stamp);
  });
});

describe("an enrolment", () => {
  test("that was sealed to a key pair of before is not kept", async ({ tx }) => {
    const { member, memberId, enrolment } = await aMemberWhoEnrols(tx);
    const outdated = { ...enrolment, organizationKeyId: anyId() };
    await expectRefused(tx, enrolInRecovery, member.actor, outdated, "organization_key_replaced");
    const [row] = await tx
      .select({ key: organizationMembers.userKeyForOrganization })
      .from(organizationMembers)
      .where(eq(organizationMembers.id, memberId));
    expect(row?.key).toBeNull();
  });

  test("is taken by no organization that offers no recovery", async ({ tx }) => {
    const { organizationId, owner, member, enrolment, target } = await aMemberWhoEnrols(tx);
    await tx.delete(policies).where(eq(policies.organizationId, organizationId));
    await expectRefused(tx, enrolInRecovery, member.actor, enrolment, "recovery_not_offered");
    await expectRefused(tx, openRecovery, owner.actor, target, "recovery_not_offered");
  });
});

test("a recovery is asked for thirty times within an hour at most, by whoever asks", async ({ tx }) => {
  const { admin, owner, member, enrolment, target } = await aMemberWhoEnrols(tx);
  await execute(tx, enrolInRecovery, member.actor, enrolment);
  const once = { what: "recovery_ask", by: askerOf(admin.actor), points: 30, seconds: 3600 };
  for (let times = 0; times < 29; times++) await count(tx, [once], new Date());
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, takeBackRecovery, owner, target);
  await expectRefused(tx, askRecovery, admin.actor, target, "too_many_attempts");
});
