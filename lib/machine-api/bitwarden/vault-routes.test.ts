import { eq } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { makeAccessToken } from "@/lib/machine-api/bitwarden/access-token";
import { test } from "@/test/database";
import { sealed } from "@/test/golden";
import { call, send } from "@/test/machine";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
} from "@/test/organization";
import { aPerson, type Person } from "@/test/people";
import { aPolicy } from "@/test/policies";

const door = vi.hoisted(() => ({ tx: undefined as unknown }));
vi.mock("@/db/index", () => ({ database: () => door.tx }));

/** Somebody's app, which is logged in. */
async function appOf({ userId, email, name, actor }: Person) {
  const device = { identifier: anyId(), type: "linux_cli" as const };
  const holder = { userId, sessionId: actor.sessionId, email, name, isEmailVerified: true, device };
  const authorization = `Bearer ${await makeAccessToken({ ...holder, clientId: "cli" }, new Date())}`;
  return {
    get: (path: string) => call(path, { headers: { authorization } }),
    send: (method: string, path: string, body: unknown = {}) => send(path, body, { authorization }, method),
  };
}

async function aMember(tx: Tx) {
  door.tx = tx;
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider, features: ["policies", "events"] });
  const reader = await aConfirmed(tx, organizationId, "user", "Reader");
  const collectionId = await aCollection(tx, organizationId, { [reader.memberId]: "edit" });
  return { provider, organizationId, reader, collectionId, app: await appOf(reader) };
}

/** A login as the command line sends it. */
const login = (more: object = {}) => ({
  ...{ type: 1, name: sealed("name"), notes: null, favorite: false, reprompt: 0, key: sealed("key") },
  login: { response: null, uris: [], username: sealed("user"), password: sealed("password"), totp: null },
  ...{ fields: [], passwordHistory: [], attachments: {}, attachments2: {} },
  ...more,
});

const rowsOf = (tx: Tx) => tx.select().from(ciphers);

describe("a sync", () => {
  test("has all that an app keeps of a member's vault", async ({ tx }) => {
    const { provider, organizationId, reader, collectionId, app } = await aMember(tx);
    const itemId = await anItem(tx, organizationId, [collectionId]);
    await aPolicy(tx, organizationId, "restricted_item_types", [3]);
    const folder = await app.send("POST", "/api/folders", { name: sealed("folder") });
    const { status, body } = await app.get("/api/sync?excludeDomains=true");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ object: "sync", domains: null, sends: [] },
      profile: {
        ...{ object: "profile", id: reader.userId, email: reader.email, name: "Reader", premium: true },
        ...{ securityStamp: reader.actor.sessionId, twoFactorEnabled: false, forcePasswordReset: false },
        accountKeys: { publicKeyEncryptionKeyPair: { publicKey: reader.publicKey } },
        ...{ providers: [], providerOrganizations: [] },
      },
      folders: [folder.body],
      collections: [
        {
          ...{ id: collectionId, organizationId, externalId: null, type: 0, object: "collectionDetails" },
          ...{ readOnly: false, hidePasswords: false, manage: false },
        },
      ],
      ciphers: [
        {
          ...{ object: "cipherDetails", id: itemId, organizationId, type: 1, collectionIds: [collectionId] },
          ...{ edit: true, viewPassword: true, permissions: { delete: true, restore: true } },
        },
      ],
      policies: [{ organizationId, type: 15, data: [3], enabled: true, object: "policy" }],
      userDecryption: {
        masterPasswordUnlock: {
          kdf: { kdfType: 1, iterations: 6, memory: 32, parallelism: 4 },
          salt: reader.email,
        },
      },
    });
    const { organizations } = body.profile as { organizations: object[] };
    expect(organizations).toEqual([
      {
        ...{ object: "profileOrganization", id: organizationId, userId: reader.userId },
        ...{ organizationUserId: reader.memberId, name: "Cobalt Manufacturing", identifier: null },
        ...{ enabled: true, status: 2, type: 2, key: expect.stringMatching(/^4\./), productTierType: 2 },
        ...{ hasPublicAndPrivateKeys: true, ssoBound: false, resetPasswordEnrolled: false },
        permissions: {
          ...{ accessEventLogs: false, accessImportExport: false, accessReports: false },
          ...{ createNewCollections: false, editAnyCollection: false, deleteAnyCollection: false },
          ...{ manageGroups: false, managePolicies: false, manageSso: false, manageUsers: false },
          ...{ manageResetPassword: false, manageScim: false, manageAccessRules: false },
        },
        ...{ providerId: provider.providerId, providerName: "My Provider", providerType: 0 },
        ...{ usePolicies: true, useSso: false, useKeyConnector: false, useScim: false, useGroups: false },
        ...{ useDirectory: false, useEvents: true, useTotp: false, use2fa: false, useApi: false },
        ...{ useResetPassword: false, useSecretsManager: false, usePasswordManager: true },
        ...{ usersGetPremium: false, useCustomPermissions: false, useActivateAutofillPolicy: false },
        ...{ useRiskInsights: false, useOrganizationDomains: false, useAdminSponsoredFamilies: false },
        ...{ useAutomaticUserConfirmation: false, useDisableSMAdsForUsers: false },
        ...{ usePhishingBlocker: false, useMyItems: false, useInviteLinks: false, usePam: false },
        ...{ selfHost: false, seats: null, maxCollections: null, maxStorageGb: null },
        ...{ limitCollectionCreation: true, limitCollectionDeletion: true, limitItemDeletion: false },
        ...{ allowAdminAccessToAllCollectionItems: true, ssoEnabled: false, ssoMemberDecryptionType: null },
        ...{ keyConnectorEnabled: false, keyConnectorUrl: null, accessSecretsManager: false },
        ...{ accessPam: false, userIsClaimedByOrganization: false, userIsManagedByOrganization: false },
        ...{ familySponsorshipFriendlyName: null, familySponsorshipAvailable: false },
        ...{ familySponsorshipLastSyncDate: null, familySponsorshipValidUntil: null },
        ...{ familySponsorshipToDelete: null, isAdminInitiated: false },
      },
    ]);
    expect((await app.get("/api/accounts/profile")).body).toEqual(body.profile);
    expect((await app.get("/api/sync")).body.domains).toMatchObject({ object: "domains" });
    expect((await app.get("/api/ciphers")).body).toMatchObject({ object: "list", data: body.ciphers });
    expect((await app.get("/api/collections")).body).toMatchObject({ data: body.collections });
  });

  test("tells somebody of a provider of it, and of none of its clients", async ({ tx }) => {
    const { provider } = await aMember(tx);
    const app = await appOf(provider.admin);
    expect((await app.get("/api/sync")).body.profile).toMatchObject({
      providers: [
        {
          ...{ object: "profileProvider", id: provider.providerId, name: "My Provider", enabled: true },
          ...{ key: expect.stringMatching(/^4\./), status: 2, type: 0, providerStatus: 2, providerType: 0 },
        },
      ],
      providerOrganizations: [],
    });
  });

  test("is of whoever shows a token alone", async ({ tx }) => {
    door.tx = tx;
    for (const path of ["/api/sync", "/api/ciphers", `/api/ciphers/${anyId()}`, "/api/folders"])
      expect((await call(path)).status).toBe(401);
  });
});

describe("an item", () => {
  test("is made, edited, put into the trash, taken out again and deleted", async ({ tx }) => {
    const { reader, app } = await aMember(tx);
    const folder = await app.send("POST", "/api/folders", { name: sealed("folder") });
    const sent = login({ encryptedFor: reader.userId, folderId: folder.body.id, favorite: true });
    const made = await app.send("POST", "/api/ciphers", sent);
    expect(made).toMatchObject({
      status: 200,
      body: { ...{ object: "cipher", favorite: true, folderId: folder.body.id }, organizationId: null },
    });
    const path = `/api/ciphers/${made.body.id}`;
    expect((await app.get(path)).body).toEqual(made.body);
    expect((await app.get(`${path}/details`)).body).toEqual({ ...made.body, object: "cipherDetails" });

    const edit = { name: sealed("another"), lastKnownRevisionDate: made.body.revisionDate, reprompt: 1 };
    const edited = await app.send("PUT", path, login(edit));
    expect(edited).toMatchObject({
      status: 200,
      body: { name: sealed("another"), reprompt: 1, favorite: false, folderId: null },
    });
    const late = new Date(Date.parse(`${made.body.revisionDate}`) - 5000).toISOString();
    const stale = await app.send("PUT", path, login({ lastKnownRevisionDate: late }));
    expect(stale).toMatchObject({ status: 400, body: { object: "error" } });

    expect(await app.send("PUT", `${path}/delete`)).toMatchObject({ status: 200, text: "" });
    expect((await app.get(path)).body.deletedDate).toEqual(expect.any(String));
    expect((await app.send("PUT", `${path}/restore`)).body).toMatchObject({ deletedDate: null });
    await app.send("PUT", "/api/ciphers/delete", { ids: [made.body.id] });
    expect(await app.send("DELETE", path)).toMatchObject({ status: 200, text: "" });
    expect([await rowsOf(tx), (await app.get(path)).status]).toEqual([[], 404]);
  });

  test("is deleted for good from where it is, by whoever may put it into the trash", async ({ tx }) => {
    const { organizationId, collectionId, app } = await aMember(tx);
    const shared = await anItem(tx, organizationId, [collectionId]);
    const { body } = await app.send("POST", "/api/ciphers", login());
    expect(await app.send("DELETE", `/api/ciphers/${body.id}`)).toMatchObject({ status: 200, text: "" });
    const looker = await aConfirmed(tx, organizationId, "user", "Looker");
    await aCollection(tx, organizationId, { [looker.memberId]: "view" });
    const stranger = await appOf(looker);
    expect((await stranger.send("DELETE", `/api/ciphers/${shared}`)).status).toBe(404);
    expect((await rowsOf(tx)).map(({ id }) => id)).toEqual([shared]);
    expect((await app.send("DELETE", "/api/ciphers", { ids: [shared] })).status).toBe(200);
    expect(await rowsOf(tx)).toEqual([]);
  });

  test("of an organization comes into collections, and is moved between them", async ({ tx }) => {
    const { organizationId, reader, collectionId, app } = await aMember(tx);
    const other = await aCollection(tx, organizationId, { [reader.memberId]: "manage" });
    const made = await app.send("POST", "/api/ciphers/create", {
      cipher: login({ organizationId }),
      collectionIds: [collectionId],
    });
    expect(made).toMatchObject({ status: 200, body: { organizationId, collectionIds: [collectionId] } });
    const path = `/api/ciphers/${made.body.id}`;
    const edited = await app.send("PUT", path, login({ organizationId, name: sealed("another") }));
    expect(edited).toMatchObject({ status: 200, body: { name: sealed("another") } });
    const moved = await app.send("PUT", `${path}/collections_v2`, { collectionIds: [other] });
    expect(moved).toMatchObject({
      status: 200,
      body: { object: "optionalCipherDetails", unavailable: false, cipher: { collectionIds: [other] } },
    });
    const both = { organizationId, cipherIds: [made.body.id], collectionIds: [collectionId] };
    await app.send("POST", "/api/ciphers/bulk-collections", { ...both, removeCollections: false });
    expect((await app.get(path)).body.collectionIds).toHaveLength(2);
    // Sealed as one's own, it is not taken for the organization's.
    expect((await app.send("PUT", path, login())).status).toBe(400);
  });

  test("that is named many times is meant once", async ({ tx }) => {
    const { app } = await aMember(tx);
    const { id } = (await app.send("POST", "/api/ciphers", login())).body;
    const archived = await app.send("PUT", "/api/ciphers/archive", { ids: Array(1000).fill(id) });
    expect(archived).toMatchObject({ status: 200, body: { data: [{ id }] } });
    expect(archived.body.data).toHaveLength(1);
  });

  test("of one's own is not taken sealed as an organization's", async ({ tx }) => {
    const { organizationId, app } = await aMember(tx);
    const { body: made } = await app.send("POST", "/api/ciphers", login());
    const path = `/api/ciphers/${made.id}`;
    expect((await app.send("PUT", path, login({ organizationId }))).status).toBe(400);
    expect((await app.get(path)).body).toEqual(made);
  });

  test("of one's own collection comes into a shared one, and leaves its own", async ({ tx }) => {
    const { organizationId, reader, collectionId, app } = await aMember(tx);
    const own = await aCollection(tx, organizationId, { [reader.memberId]: "manage" });
    await tx
      .update(collections)
      .set({ type: "my_items", ownerMemberId: reader.memberId })
      .where(eq(collections.id, own));
    const itemId = await anItem(tx, organizationId, [own]);
    const path = `/api/ciphers/${itemId}/collections_v2`;
    const moved = await app.send("PUT", path, { collectionIds: [collectionId] });
    expect(moved).toMatchObject({ status: 200, body: { cipher: { collectionIds: [collectionId] } } });
  });

  test("made in a collection that its maker reaches and has not is answered as it was made", async ({
    tx,
  }) => {
    const { organizationId, collectionId } = await aMember(tx);
    const owner = await appOf(await aConfirmed(tx, organizationId, "owner", "Brett Warden"));
    const made = await owner.send("POST", "/api/ciphers/create", {
      cipher: login({ organizationId, favorite: true }),
      collectionIds: [collectionId],
    });
    expect(made).toMatchObject({
      status: 200,
      body: {
        ...{ object: "cipher", organizationId, favorite: true, edit: true },
        collectionIds: [collectionId],
      },
    });
    const gone = await owner.get(`/api/ciphers/${made.body.id}`);
    expect([gone.status, (await rowsOf(tx)).length]).toEqual([404, 1]);
  });

  test("is refused under a key that was replaced, until the app has synced", async ({ tx }) => {
    const { organizationId, collectionId, app } = await aMember(tx);
    await tx.update(organizations).set({ keyRotatedAt: new Date(Date.now() - 60 * 60_000) });
    const make = () =>
      app.send("POST", "/api/ciphers/create", {
        cipher: login({ organizationId }),
        collectionIds: [collectionId],
      });
    expect([(await make()).status, await rowsOf(tx)]).toEqual([400, []]);
    await app.get("/api/sync");
    expect((await make()).status).toBe(200);
  });

  test("of one's own becomes an organization's", async ({ tx }) => {
    const { organizationId, collectionId, app } = await aMember(tx);
    const make = async () => (await app.send("POST", "/api/ciphers", login())).body.id as string;
    const [one, two] = [await make(), await make()];
    const cipher = login({ organizationId, key: sealed("anew") });
    const shared = await app.send("PUT", `/api/ciphers/${one}/share`, {
      cipher,
      collectionIds: [collectionId],
    });
    expect(shared).toMatchObject({
      status: 200,
      body: { id: one, organizationId, key: sealed("anew"), collectionIds: [collectionId] },
    });
    const ciphers = [{ ...cipher, id: two }];
    const several = await app.send("PUT", "/api/ciphers/share", { ciphers, collectionIds: [collectionId] });
    expect(several.body).toMatchObject({ object: "list", data: [{ id: two, organizationId }] });
    expect(
      (await app.send("PUT", `/api/ciphers/${two}/share`, { cipher: login(), collectionIds: [] })).status,
    ).toBe(404);
  });

  test("is what it is to its person, whoever else has it", async ({ tx }) => {
    const { organizationId, collectionId, app } = await aMember(tx);
    const shared = await anItem(tx, organizationId, [collectionId]);
    const own = (await app.send("POST", "/api/ciphers", login())).body.id;
    const folderId = (await app.send("POST", "/api/folders", { name: sealed("folder") })).body.id;
    const ids = [shared, own];
    const now = async () => (await app.get("/api/sync")).body.ciphers as Record<string, unknown>[];

    await app.send("PUT", "/api/ciphers/move", { ids, folderId });
    expect((await now()).map((cipher) => cipher.folderId)).toEqual([folderId, folderId]);
    const archived = await app.send("PUT", "/api/ciphers/archive", { ids });
    expect(archived.body.data).toMatchObject([
      { archivedDate: expect.any(String) },
      { archivedDate: expect.any(String) },
    ]);
    expect((await app.send("PUT", `/api/ciphers/${own}/unarchive`)).body.archivedDate).toBeNull();
    const partial = await app.send("PUT", `/api/ciphers/${shared}/partial`, {
      folderId: null,
      favorite: true,
    });
    expect(partial.body).toMatchObject({ folderId: null, favorite: true });
    await app.send("PUT", "/api/ciphers/delete", { ids });
    expect((await now()).every((cipher) => cipher.deletedDate !== null)).toBe(true);
    const restored = await app.send("PUT", "/api/ciphers/restore", { ids });
    expect(restored.body.data).toMatchObject([{ object: "cipherMini" }, { object: "cipherMini" }]);
    await app.send("PUT", "/api/ciphers/delete", { ids });
    await app.send("DELETE", "/api/ciphers", { ids });
    expect(await now()).toEqual([]);
  });

  test("of others answers the same bytes as one that does not exist", async ({ tx }) => {
    const { organizationId, app } = await aMember(tx);
    const foreign = await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    const stranger = await appOf(await aPerson(tx, "Stranger"));
    const own = `${(await stranger.send("POST", "/api/ciphers", login())).body.id}`;
    const before = await rowsOf(tx);
    const acts: [method: string, rest: string, body: object][] = [
      ...["", "/details"].map((rest): [string, string, object] => ["GET", rest, {}]),
      ["PUT", "", login()],
      ["PUT", "/partial", { folderId: null, favorite: true }],
      ["PUT", "/collections", { collectionIds: [] }],
      ["PUT", "/share", { cipher: login({ organizationId }), collectionIds: [anyId()] }],
      ...["/delete", "/restore", "/archive"].map((rest): [string, string, object] => ["PUT", rest, {}]),
      ["DELETE", "", {}],
    ];
    for (const [method, rest, body] of acts) {
      const answers = [];
      for (const id of [foreign, own, anyId()]) {
        const path = `/api/ciphers/${id}${rest}`;
        const { status, text } = method === "GET" ? await app.get(path) : await app.send(method, path, body);
        answers.push({ status, text });
      }
      expect(answers, `${method} ${rest}`).toEqual(Array(3).fill({ ...answers[2], status: 404 }));
    }
    for (const act of ["delete", "restore", "archive", "move"])
      expect((await app.send("PUT", `/api/ciphers/${act}`, { ids: [own] })).status, act).toBe(404);
    expect(await rowsOf(tx)).toEqual(before);
  });

  test.for([
    ["a name in the clear", login({ name: "Bank" })],
    ["a password in the clear", login({ login: { password: "open" } })],
    ["no key of its own", login({ key: null })],
    ["somebody else's seal", login({ encryptedFor: anyId() })],
    ["a list where an object belongs", []],
    ["an organization, but no collection of it", login({ organizationId: anyId() })],
  ] as const)("with %s is refused, and nothing stored", async ([, body], { tx }) => {
    const { app } = await aMember(tx);
    const { status, body: said } = await app.send("POST", "/api/ciphers", body);
    expect([status, said.object, await rowsOf(tx)]).toEqual([400, "error", []]);
    expect(said.validationErrors).not.toBeNull();
  });
});

test("a folder is made, renamed and deleted, and is nobody else's", async ({ tx }) => {
  const { app } = await aMember(tx);
  const stranger = await appOf(await aPerson(tx, "Stranger"));
  const made = await app.send("POST", "/api/folders", { Name: sealed("folder") });
  expect(made.body).toEqual({
    ...{ id: expect.any(String), name: sealed("folder"), revisionDate: expect.any(String), object: "folder" },
  });
  const path = `/api/folders/${made.body.id}`;
  const renamed = await app.send("PUT", path, { name: sealed("another") });
  expect(renamed.body).toMatchObject({ id: made.body.id, name: sealed("another") });
  expect([(await app.get(path)).body, (await app.get("/api/folders")).body.data]).toEqual([
    renamed.body,
    [renamed.body],
  ]);
  for (const answer of [
    await stranger.get(path),
    await stranger.send("PUT", path, { name: sealed("mine") }),
    await stranger.send("DELETE", path),
  ])
    expect(answer).toMatchObject({ status: 404, text: (await app.get(`/api/folders/${anyId()}`)).text });
  expect((await app.send("POST", "/api/folders", { name: "in the clear" })).status).toBe(400);
  expect((await app.send("DELETE", path)).status).toBe(200);
  expect((await app.get("/api/folders")).body.data).toEqual([]);
});

test("a public key is told to whoever confirms people, and to oneself", async ({ tx }) => {
  const { organizationId, reader, app } = await aMember(tx);
  const owner = await appOf(await aConfirmed(tx, organizationId, "owner", "Brett Warden"));
  const waiting = await aPerson(tx, "Waiting");
  await aMemberOf(tx, organizationId, waiting, { status: "accepted" });
  const path = `/api/users/${waiting.userId}/public-key`;
  expect((await owner.get(path)).body).toEqual({
    ...{ object: "userKey", userId: waiting.userId, publicKey: waiting.publicKey },
  });
  expect((await app.get(`/api/users/${reader.userId}/keys`)).body).toMatchObject({
    publicKey: reader.publicKey,
  });
  const stranger = await aPerson(tx, "Stranger");
  const unknown = await owner.get(`/api/users/${anyId()}/public-key`);
  expect(unknown.status).toBe(404);
  for (const answer of [await app.get(path), await owner.get(`/api/users/${stranger.userId}/public-key`)])
    expect(answer).toMatchObject({ status: 404, text: unknown.text });
});

test("what apps report of items they may see is in the log; what they may not see, or we do not know, is let go", async ({
  tx,
}) => {
  const { organizationId, collectionId, app } = await aMember(tx);
  const [seen, hidden] = [
    await anItem(tx, organizationId, [collectionId]),
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]),
  ];
  const at = { organizationId, date: new Date().toISOString() };
  const reported = [
    ...[1107, 1108, 1111, 1114, 1007].map((type) => ({ type, cipherId: seen, ...at })),
    { type: 1107, cipherId: hidden, ...at },
    { type: 1602, cipherId: null, ...at },
  ];
  expect(await app.send("POST", "/events/collect", reported)).toMatchObject({ status: 200, text: "" });
  const logged = await tx
    .select({ type: events.type, itemId: events.itemId })
    .from(events)
    .where(eq(events.log, organizationId))
    .orderBy(events.sequence);
  expect(logged).toEqual(
    ["cipher.viewed", "cipher.password_revealed", "cipher.password_copied"].map((type) => ({
      type,
      itemId: seen,
    })),
  );
});

test.for([...["tasks", "auth-requests/pending", "emergency-access/trusted", "emergency-access/granted"]])(
  "there is nothing at %s",
  async (path) => {
    const { status, body } = await call(`/api/${path}`);
    expect([status, body]).toEqual([200, { object: "list", data: [], continuationToken: null }]);
  },
);

test("the id that an app has worked out of the user key comes with the next sync; no other text is one", async ({
  tx,
}) => {
  const { app } = await aMember(tx);
  const path = "/api/accounts/key-management/user-key-id";
  const synced = async (id: string | null) =>
    expect((await app.get("/api/sync")).body).toMatchObject({ userDecryption: { userKeyId: id } });
  await synced(null);
  const userKeyId = "0123456789abcdef".repeat(2);
  expect(await app.send("POST", path, { userKeyId })).toMatchObject({ status: 200, text: "" });
  for (const wrong of [userKeyId.toUpperCase(), userKeyId.slice(1), null])
    expect((await app.send("POST", path, { userKeyId: wrong })).status).toBe(400);
  await synced(userKeyId);
});

test("of very many events that an app reports at once, the first hundred are looked at", async ({ tx }) => {
  const { organizationId, collectionId, app } = await aMember(tx);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const date = new Date().toISOString();
  const viewed = Array.from({ length: 101 }, () => ({ type: 1107, cipherId: itemId, organizationId, date }));
  expect((await app.send("POST", "/events/collect", viewed)).status).toBe(200);
  expect(await tx.$count(events, eq(events.type, "cipher.viewed"))).toBe(100);
});
