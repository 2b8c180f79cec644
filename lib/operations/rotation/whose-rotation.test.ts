import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { organizations } from "@/db/schema/organizations";
import { passkeys } from "@/db/schema/passkeys";
import { providers } from "@/db/schema/providers";
import { rotationRows, rotations } from "@/db/schema/rotations";
import { RotationId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { ask } from "@/lib/operations/query";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { cancelOrganizationRotation } from "@/lib/operations/rotation/cancel-organization";
import { finishOrganizationRotation } from "@/lib/operations/rotation/finish-organization";
import { getOrganizationRotation } from "@/lib/operations/rotation/get-organization";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";
import { switchAccount } from "@/lib/operations/rotation/internal/switch-account";
import { stageOrganizationRows } from "@/lib/operations/rotation/stage-organization-rows";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anyId } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { aPersona, aRotation, aSealedClient, confirm, keyNow, openKeyOf } from "@/test/sealed-world";

describe("a rotation", () => {
  test("is gone on with by nobody but whoever has begun it", async ({ tx }) => {
    const { organizationId, collectionId, keyId, admin, owner } = await aSealedClient(tx, { items: 1 });
    const { rotationId, stage, finish } = await aRotation(tx, organizationId, admin);
    const target = { organizationId, rotationId };
    await expect(ask(tx, getOrganizationRotationRows, owner.actor, target)).rejects.toThrow("not_found");
    const row = {
      kind: "collection" as const,
      id: collectionId,
      version: "1",
      sealed: { name: sealedText() },
    };
    const staged = { ...target, rows: [row] };
    await expectRefused(tx, stageOrganizationRows, owner.actor, staged, "rotation_of_another");
    expect(await tx.$count(rotationRows)).toBe(0);

    await stage();
    await expectRefused(tx, finishOrganizationRotation, owner.actor, target, "rotation_of_another");
    expect((await keyNow(tx, organizationId)).keyId).toBe(keyId);
    await finish();
  });

  test("is replaced or given up at once when whoever began it may not replace the key any more", async ({
    tx,
  }) => {
    const world = await aSealedClient(tx, { items: 1 });
    const { organizationId, providerId, owner, admin } = world;
    const second = await aPersona(tx, "Second Owner", "second@cobalt.example");
    const memberId = await confirm(tx, world, second, "owner");
    const state = async () =>
      (await ask(tx, getOrganizationRotation, owner.actor, { organizationId })).rotation;
    const changeRole = (role: "owner" | "user") =>
      execute(tx, changeOrganizationMemberRole, owner.actor, {
        organizationId,
        memberId,
        role,
        ...(role === "user" && { permissions: [] }),
      });
    const letIn = (access: "full" | "closed" | "manage_without_items") =>
      tx.update(organizations).set({ providerAccess: access }).where(eq(organizations.id, organizationId));
    const suspend = (providerState: "enabled" | "suspended") =>
      tx.update(providers).set({ state: providerState }).where(eq(providers.id, providerId));
    const ways = [
      [second, () => changeRole("user"), () => changeRole("owner")],
      [admin, () => letIn("closed"), () => letIn("full")],
      [admin, () => letIn("manage_without_items"), () => letIn("full")],
      [admin, () => suspend("suspended"), () => suspend("enabled")],
    ] as const;
    for (const [beginner, end, undo] of ways) {
      const { rotationId } = await aRotation(tx, organizationId, beginner);
      const target = { organizationId, rotationId };
      await expectRefused(tx, cancelOrganizationRotation, owner.actor, target, "rotation_under_way");
      expect(await state()).toMatchObject({ canBeFinished: true, may: { takeOver: false } });
      await end();
      expect(await state()).toMatchObject({
        canBeFinished: false,
        isOutdated: false,
        may: { takeOver: true },
      });
      const anew = await aRotation(tx, organizationId, owner);
      await execute(tx, cancelOrganizationRotation, owner.actor, {
        organizationId,
        rotationId: anew.rotationId,
      });
      await undo();
      const left = await aRotation(tx, organizationId, beginner);
      await end();
      await execute(tx, cancelOrganizationRotation, owner.actor, {
        organizationId,
        rotationId: left.rotationId,
      });
      await undo();
    }
  });

  test("is not begun under the id of a key that the organization had before", async ({ tx }) => {
    const { organizationId, admin } = await aSealedClient(tx, { items: 1 });
    const ids: RotationId[] = [];
    for (let i = 0; i < 2; i++) {
      const { rotationId, stage, finish } = await aRotation(tx, organizationId, admin);
      await stage();
      await finish();
      ids.push(rotationId);
    }
    const { organizationKeyId } = await openKeyOf(tx, organizationId, admin);
    const next = `next:${RotationId.parse(anyId())}` as const;
    const { succession, ...made } = await admin.vault.makeNextKey(next, `organization:${organizationId}`);
    if (!succession) throw new Error("an organization's key has a predecessor");
    for (const rotationId of ids) {
      const input = { organizationId, organizationKeyId, rotationId, succession, ...made };
      await expectRefused(tx, beginOrganizationRotation, admin.actor, input, "key_id_taken");
    }
    expect(await tx.$count(rotations)).toBe(0);
  });

  test("of an account leaves no passkey a user key that was replaced", async ({ tx }) => {
    const [brett, betty] = [await aPerson(tx, "Brett Warden"), await aPerson(tx, "Betty Warden")];
    for (const { userId } of [brett, betty])
      await tx.insert(passkeys).values({
        userId,
        name: "Phone",
        credentialId: userId,
        publicKey: "-",
        transports: [],
        evaluates: true,
        userKeyForPasskey: sealedText(5),
      });
    await switchAccount(tx, brett.userId, RotationId.parse(anyId()), new Date());
    const unlocks = async ({ userId }: typeof brett) => {
      const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.userId, userId));
      return passkey?.userKeyForPasskey !== null;
    };
    expect([await unlocks(brett), await unlocks(betty)]).toEqual([false, true]);
  });
});
