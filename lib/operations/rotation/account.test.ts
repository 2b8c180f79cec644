import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import { knownKeys } from "@/db/schema/known-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { rotations } from "@/db/schema/rotations";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { FolderId, ItemId, RotationId } from "@/lib/domain/ids";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { execute } from "@/lib/operations/command";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { withdrawFromRecovery } from "@/lib/operations/recovery/withdraw-from";
import { beginAccountRotation } from "@/lib/operations/rotation/begin-account";
import { finishAccountRotation } from "@/lib/operations/rotation/finish-account";
import { getAccountRotation } from "@/lib/operations/rotation/get-account";
import { getAccountRotationRows } from "@/lib/operations/rotation/get-account-rows";
import { stageAccountRows } from "@/lib/operations/rotation/stage-account-rows";
import { makeKeyring } from "@/lib/vault/keyring";
import { type AnewOfAccount, type LeftOfAccount, resealAccountRows } from "@/lib/vault/reseal-account";
import { type LeftBehind, stageAll } from "@/lib/vault/run-rotation";
import { sealItem } from "@/lib/vault/seal-item";
import { test } from "@/test/database";
import { eventsOf } from "@/test/mails";
import { stateAndContents } from "@/test/my-vault";
import { anAttachment, sealedLogin } from "@/test/organization";
import { sealedText } from "@/test/people";
import {
  aPersona,
  aRotation,
  aSealedAttachment,
  aSealedClient,
  confirm,
  openKeyOf,
  type Persona,
  readAttachment,
  readable,
} from "@/test/sealed-world";
import { aLogin, passwordOf } from "@/test/vault";

const keysOf = async (tx: Tx, { userId }: Persona) => {
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user) throw new Error("the account is there");
  return user;
};

/** Somebody with an item of their own, who can prove the master password. */
async function somebodyWithAVault(tx: Tx, person: Persona) {
  const passwordHash = await hashAuthentication(
    await person.vault.proveMasterPassword(passwordOf(person.email)),
  );
  await tx.update(users).set({ passwordHash }).where(eq(users.id, person.userId));
  const id = ItemId.parse(randomUUID());
  await tx
    .insert(ciphers)
    .values({ id, userId: person.userId, ...(await sealItem(person.vault, "user", aLogin("My own"))) });
  const folderId = FolderId.parse(randomUUID());
  const [name] = await person.vault.sealTexts("user", ["Taxes"]);
  if (!name) throw new Error("a vault seals as many texts as it is given");
  await tx.insert(folders).values({ id: folderId, userId: person.userId, name });
  await tx.insert(itemMarks).values({ userId: person.userId, itemId: id, folderId });
  return { itemId: id, folderId };
}

/** The folders that the person's vault opens, and what they are called. */
async function foldersOf(tx: Tx, { vault, userId }: Persona) {
  const rows = await tx.select().from(folders).where(eq(folders.userId, userId));
  return vault.openTexts(
    "user",
    rows.map(({ name }) => name),
  );
}

async function aRotationOf(tx: Tx, person: Persona, leftBehind: LeftBehind = new Set()) {
  const { vault, actor, email } = person;
  const account = await keysOf(tx, person);
  const rotationId = RotationId.parse(randomUUID());
  const next = `next:${rotationId}` as const;
  const made = await vault.makeNextKey(next, "user", account);
  await execute(tx, beginAccountRotation, actor, { rotationId, ...made });
  const enrol = async (organizationId: string) => {
    const served = await openKeyOf(tx, organizationId as never, person);
    return vault.enrol(next, `organization:${organizationId}`, served);
  };
  const stage = () =>
    stageAll<LeftOfAccount, AnewOfAccount, AnewOfAccount["kind"]>(
      {
        rows: async (counted, last) => {
          const { next: rows, ...left } = await ask(tx, getAccountRotationRows, actor, {
            rotationId,
            counted,
            last: last as never,
          });
          return { ...left, next: rows as LeftOfAccount | null };
        },
        stage: (rows) => execute(tx, stageAccountRows, actor, { rotationId, rows: rows as never }),
      },
      (rows) => resealAccountRows(vault, next, rows, enrol, leftBehind),
      () => {},
      new AbortController().signal,
    );
  const finish = async () => {
    const proven = await vault.sealNextUserKey(next, passwordOf(email), account.userKeyForAccount);
    return execute(tx, finishAccountRotation, actor, { rotationId, ...proven });
  };
  return { stage, finish, rotationId };
}

/** The same person after a new log-in, in a browser that remembers nothing. */
async function loggedInAnew(tx: Tx, person: Persona): Promise<Persona> {
  const vault = makeKeyring();
  await vault.unlock(passwordOf(person.email), await keysOf(tx, person));
  return { ...person, vault };
}

test("an account's key is replaced: items, remembered keys, memberships and enrolments go on, sessions end", async ({
  tx,
}) => {
  const { organizationId, admin, owner } = await aSealedClient(tx, { items: 1 });
  const { itemId } = await somebodyWithAVault(tx, owner);
  const ref = `organization:${organizationId}` as const;
  const served = await openKeyOf(tx, organizationId, owner);
  const enrolled = await owner.vault.enrol("user", ref, served);
  await tx
    .update(organizationMembers)
    .set({ userKeyForOrganization: enrolled })
    .where(eq(organizationMembers.userId, owner.userId));
  const { known } = await owner.vault.sealKeyFor(ref, { ...admin, knownPublicKey: null });
  if (!known) throw new Error("the first time, it is noted");
  await tx.insert(knownKeys).values({ userId: owner.userId, subject: known.subject, record: known.record });
  const file = await aSealedAttachment(tx, owner, "user", itemId);
  await anAttachment(tx, itemId, { finishedAt: null });
  const before = await keysOf(tx, owner);
  const { state } = await stateAndContents(tx, owner.userId);

  const { stage, finish } = await aRotationOf(tx, owner);
  expect(await stage()).toMatchObject({ ok: true });
  await finish();
  expect((await stateAndContents(tx, owner.userId)).state).not.toBe(state);

  const after = await keysOf(tx, owner);
  expect(after).toMatchObject({ publicKey: before.publicKey, keyRotatedAt: expect.any(Date) });
  expect(after.userKeyForAccount).not.toBe(before.userKeyForAccount);
  expect(after.securityStamp).not.toBe(before.securityStamp);
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, owner.actor.sessionId));
  expect(session?.endedAt).not.toBeNull();
  await tx.update(sessions).set({ endedAt: null, securityStamp: after.securityStamp });

  const again = await loggedInAnew(tx, owner);
  const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
  if (!item) throw new Error("the item is there");
  const open = (vault: Persona["vault"]) =>
    vault.openItems("user", [{ key: item.key, open: { name: item.name }, check: {} }]);
  expect(await open(again.vault)).toMatchObject([{ ok: true, texts: { name: "My own" } }]);
  expect(await open(owner.vault)).toMatchObject([{ ok: false }]);
  expect(await readAttachment(tx, again, "user", file)).toBe("plan.txt: north wing");
  expect(await readAttachment(tx, owner, "user", file)).toBe(null);
  expect(await tx.$count(attachments)).toBe(1);
  expect(await foldersOf(tx, again)).toEqual(["Taxes"]);
  expect(await foldersOf(tx, owner)).toEqual([null]);
  expect(await readable(tx, organizationId, again)).toEqual(["Item 0: correct horse"]);

  const [record] = await tx.select().from(knownKeys).where(eq(knownKeys.userId, owner.userId));
  const stranger = await aPersona(tx, "Stranger", "stranger@cobalt.example");
  const other = {
    userId: admin.userId,
    publicKey: stranger.publicKey,
    knownPublicKey: record?.record ?? null,
  };
  await expect(again.vault.sealKeyFor(ref, other)).rejects.toMatchObject({ code: "person_key_differs" });

  const [member] = await tx
    .select()
    .from(organizationMembers)
    .where(eq(organizationMembers.userId, owner.userId));
  if (!member?.userKeyForOrganization) throw new Error("the enrolment is there");
  const recovered = await admin.vault.recover(
    ref,
    await openKeyOf(tx, organizationId, admin),
    { ...after, userKeyForOrganization: member.userKeyForOrganization },
    { ...passwordOf(owner.email), password: "a temporary one" },
  );
  const temporary = makeKeyring();
  await temporary.unlock(
    { ...passwordOf(owner.email), password: "a temporary one" },
    { ...after, userKeyForAccount: recovered.userKeyForAccount },
  );
  expect(await open(temporary)).toMatchObject([{ ok: true, texts: { name: "My own" } }]);
});

test("an item that is saved meanwhile, a wrong password, and what does not open leave everything as it was", async ({
  tx,
}) => {
  const person = await aPersona(tx, "Brett Warden", "brett@provider.example");
  await somebodyWithAVault(tx, person);
  const before = await keysOf(tx, person);
  const { stage, finish, rotationId } = await aRotationOf(tx, person);
  await stage();
  await tx
    .insert(ciphers)
    .values({ userId: person.userId, ...(await sealItem(person.vault, "user", aLogin("Late"))) });
  await expect(finish()).rejects.toMatchObject({ refusal: "rotation_incomplete", values: { count: 1 } });
  await stage();
  const proven = await person.vault.sealNextUserKey(
    `next:${rotationId}`,
    passwordOf(person.email),
    before.userKeyForAccount,
  );
  const wrong = await person.vault.proveMasterPassword({
    ...passwordOf(person.email),
    password: "another one",
  });
  await expect(
    execute(tx, finishAccountRotation, person.actor, { rotationId, ...proven, currentHash: wrong }),
  ).rejects.toMatchObject({ refusal: "wrong_master_password" });
  const [broken] = await tx
    .insert(ciphers)
    .values({
      userId: person.userId,
      ...(await sealItem((await aPersona(tx, "Other", "o@provider.example")).vault, "user", aLogin("Hers"))),
    })
    .returning({ id: ciphers.id });
  expect(await stage()).toEqual({
    ok: false,
    changed: [],
    uncompared: [],
    damaged: [{ kind: "item", id: broken?.id }],
  });
  expect(await keysOf(tx, person)).toEqual(before);
  expect(await tx.$count(rotations)).toBe(1);
});

test("nobody stages rows of somebody else's", async ({ tx }) => {
  const [one, other] = [
    await aPersona(tx, "Brett Warden", "brett@provider.example"),
    await aPersona(tx, "Betty Warden", "betty@provider.example"),
  ];
  const { itemId } = await somebodyWithAVault(tx, other);
  const { rotationId } = await aRotationOf(tx, one);
  const sealed = await sealItem(one.vault, "user", aLogin("Mine"));
  const rows = [{ kind: "item" as const, id: itemId, version: "0", sealed }];
  await expect(execute(tx, stageAccountRows, one.actor, { rotationId, rows })).rejects.toThrow();
  await expect(execute(tx, stageAccountRows, other.actor, { rotationId, rows })).rejects.toThrow();
});

/** A member who is enrolled in recovery and has staged everything for another user key. */
async function anEnrolledRotation(tx: Tx) {
  const world = await aSealedClient(tx, { items: 0 });
  const { organizationId } = world;
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  await somebodyWithAVault(tx, member);
  const isThis = eq(organizationMembers.id, memberId);
  const enrol = async () => {
    const served = await openKeyOf(tx, organizationId, member);
    const userKeyForOrganization = await member.vault.enrol("user", `organization:${organizationId}`, served);
    await tx.update(organizationMembers).set({ userKeyForOrganization }).where(isThis);
  };
  await enrol();
  const { rotationId, stage, finish } = await aRotationOf(tx, member);
  await stage();
  return { ...world, member, memberId, isThis, enrol, rotationId, stage, finish };
}

type Enrolled = Awaited<ReturnType<typeof anEnrolledRotation>>;

/** Every way by which an organization is not to have the next user key any more that was sealed for it. */
const enrolmentEnds: Record<string, (tx: Tx, world: Enrolled) => Promise<unknown>> = {
  "is withdrawn": (tx, { organizationId, member }) =>
    execute(tx, withdrawFromRecovery, member.actor, { organizationId }),
  "ends with a removal": (tx, { organizationId, owner, memberId }) =>
    execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
  "ends as its person leaves": (tx, { organizationId, member }) =>
    execute(tx, leaveOrganization, member.actor, { organizationId }),
  "ends with the whole organization": (tx, { organizationId }) =>
    tx.delete(organizations).where(eq(organizations.id, organizationId)),
  "ends in any other way": (tx, { isThis }) =>
    tx.update(organizationMembers).set({ userKeyForOrganization: null }).where(isThis),
  "is sealed to another key of the organization, whose former one somebody may have kept": async (
    tx,
    { organizationId, admin },
  ) => {
    const ofOrganization = await aRotation(tx, organizationId, admin);
    await ofOrganization.stage();
    await ofOrganization.finish();
  },
};

describe("a rotation that an enrolment was staged in is not finished once that", () => {
  for (const [way, end] of Object.entries(enrolmentEnds))
    test(`${way}`, async ({ tx }) => {
      const world = await anEnrolledRotation(tx);
      const { member, rotationId } = world;
      await end(tx, world);
      const refused = { refusal: "rotation_outdated" };
      await expect(world.finish()).rejects.toMatchObject(refused);
      await expect(world.stage()).rejects.toMatchObject(refused);
      await expect(
        execute(tx, stageAccountRows, member.actor, {
          rotationId,
          rows: [{ kind: "known_key", id: "provider:p", version: "", sealed: { record: null } }],
        }),
      ).rejects.toMatchObject(refused);
      expect(await ask(tx, getAccountRotation, member.actor, {})).toMatchObject({ rotation: { next: null } });
    });

  test("and is begun anew at once", async ({ tx }) => {
    const world = await anEnrolledRotation(tx);
    await execute(tx, withdrawFromRecovery, world.member.actor, { organizationId: world.organizationId });
    const { stage, finish } = await aRotationOf(tx, world.member);
    await stage();
    await finish();
    const [row] = await tx.select().from(organizationMembers).where(world.isThis);
    expect(row?.userKeyForOrganization).toBeNull();
  });

  test("unless it is somebody else's", async ({ tx }) => {
    const world = await anEnrolledRotation(tx);
    const { organizationId, owner } = world;
    const isOwner = eq(organizationMembers.userId, owner.userId);
    const served = await openKeyOf(tx, organizationId, owner);
    const userKeyForOrganization = await owner.vault.enrol("user", `organization:${organizationId}`, served);
    await tx.update(organizationMembers).set({ userKeyForOrganization }).where(isOwner);
    await tx.update(organizationMembers).set({ userKeyForOrganization: null }).where(isOwner);
    await world.finish();
  });
});

test("a folder that does not open hinders no rotation of whoever leaves it behind, and its items stay", async ({
  tx,
}) => {
  const person = await aPersona(tx, "Brett Warden", "brett@provider.example");
  const { itemId, folderId } = await somebodyWithAVault(tx, person);
  await tx.update(folders).set({ name: sealedText() });
  const { stage } = await aRotationOf(tx, person);
  expect(await stage()).toMatchObject({ ok: false, damaged: [{ kind: "folder", id: folderId }] });
  const again = await aRotationOf(tx, person, new Set([folderId]));
  expect(await again.stage()).toMatchObject({ ok: true });
  await again.finish();
  expect(await tx.$count(folders)).toBe(0);
  expect(await tx.select().from(itemMarks)).toMatchObject([{ itemId, folderId: null }]);
});

test("items that do not open hinder no rotation of whoever leaves them behind, and are counted", async ({
  tx,
}) => {
  const person = await aPersona(tx, "Brett Warden", "brett@provider.example");
  const { itemId } = await somebodyWithAVault(tx, person);
  const [broken, deleted] = await tx
    .insert(ciphers)
    .values([
      { userId: person.userId, ...sealedLogin() },
      { userId: person.userId, ...sealedLogin(), deletedAt: new Date() },
    ])
    .returning({ id: ciphers.id });
  if (!broken || !deleted) throw new Error("both items came back");
  const { stage, finish } = await aRotationOf(tx, person, new Set([broken.id, deleted.id]));
  expect(await stage()).toMatchObject({ ok: true });
  await finish();
  const left = await tx.select().from(ciphers).where(eq(ciphers.userId, person.userId));
  const deletedNow = new Map(left.map(({ id, deletedAt }) => [id, deletedAt !== null]));
  expect(deletedNow).toEqual(
    new Map([
      [itemId, false],
      [broken.id, true],
    ]),
  );
  const rotated = (await eventsOf(tx)).find(({ type }) => type === "user.rotated_key");
  expect(rotated?.details).toEqual({ lost: 2 });
});

test("how the next user key has come after the former one is served with the account's keys", async ({
  tx,
}) => {
  const person = await aPersona(tx, "Billy Warden", "billy@cobalt.example");
  await somebodyWithAVault(tx, person);
  const device = await loggedInAnew(tx, person);
  const met = { userId: randomUUID(), publicKey: person.publicKey, knownPublicKey: null };
  await device.vault.sealKeyFor("user", met);
  const { stage, finish, rotationId } = await aRotationOf(tx, person);
  await stage();
  await finish();
  const { securityStamp } = await keysOf(tx, person);
  await tx.update(sessions).set({ endedAt: null, securityStamp });

  const {
    userId: _,
    email,
    kdf: __,
    unlocksByPasskey: ___,
    ...keys
  } = await ask(tx, getMyKeys, person.actor, {});
  expect(keys.successions).toHaveLength(1);
  await device.vault.unlock(passwordOf(email), keys);
  expect(await device.vault.isKnown(met)).toBe(true);
  await device.vault.unlock(passwordOf(email), { ...keys, successions: [] });
  expect(await device.vault.isKnown(met)).toBe(true);

  const { vault } = await loggedInAnew(tx, person);
  const again = await vault.makeNextKey(`next:${rotationId}`, "user", await keysOf(tx, person));
  const begin = execute(tx, beginAccountRotation, person.actor, { rotationId, ...again });
  await expect(begin).rejects.toMatchObject({
    refusal: "key_id_taken",
  });
});
