import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createOrCorrectClient } from "@/components/clients/create-or-correct";
import { createOrChangeCollection } from "@/components/collections/create-or-change";
import { createOrChangeItem } from "@/components/items/create-or-change";
import { OrganizationMemberId } from "@/lib/domain/ids";
import type { ActionResult } from "@/lib/http/result";

const ok = <Result>(result: Result): ActionResult<Result> => ({ ok: true, result });
const [organizationId, id] = [randomUUID(), randomUUID()];

/** An action that keeps what it was sent. */
const recording =
  <Input, Result>(sent: Input[], result: Result) =>
  async (input: Input) => {
    sent.push(input);
    return ok(result);
  };

test("an item that an earlier try created is changed to what this try says", async () => {
  const revisedAt = new Date(0);
  const item = {
    itemId: id,
    organizationId,
    organizationKeyId: randomUUID(),
    collectionIds: [randomUUID()],
    type: "login" as const,
    key: "key",
    name: "name",
    notes: null,
    fields: [],
    passwordHistory: [],
    data: { username: null, password: "made anew", totp: null, uris: [] },
  };
  const updates: unknown[] = [];
  const update = recording(updates, {});
  await createOrChangeItem({ create: async () => ok({ revisedAt, existed: false }), update }, item);
  expect(updates).toEqual([]);
  await createOrChangeItem({ create: async () => ok({ revisedAt, existed: true }), update }, item);
  const { organizationId: _, collectionIds: __, ...sealed } = item;
  expect(updates).toEqual([{ ...sealed, lastKnownRevisionDate: revisedAt }]);
});

test("a collection that existed gets this try's name and people, and stays with its maker", async () => {
  const [kept, dropped, added, maker] = [0, 1, 2, 3].map(() => OrganizationMemberId.parse(randomUUID()));
  const person = {
    userId: null,
    name: null,
    email: "person@client.example",
    status: "invited" as const,
    ofProvider: false,
  };
  const ofMaker = maker ? [{ memberId: maker, permission: "manage" as const }] : [];
  const edited = [kept, dropped].flatMap((memberId) =>
    memberId ? { memberId, permission: "edit" as const } : [],
  );
  const holders = [...edited, ...ofMaker].map((grant) => ({ ...grant, ...person }));
  const members = [kept, added].map((memberId) => ({
    memberId: memberId ?? "",
    permission: "edit" as const,
  }));
  const [renames, changes]: [unknown[], unknown[]] = [[], []];
  await createOrChangeCollection(
    {
      create: async () => ok({ existed: true, ofMaker }),
      update: recording(renames, {}),
      getCollection: async () => ok({ members: holders, groups: [] }),
      changeAccess: recording(changes, {}),
    },
    { organizationId, organizationKeyId: id, collectionId: id, name: "sealed", members },
  );
  expect(renames).toEqual([{ organizationId, organizationKeyId: id, collectionId: id, name: "sealed" }]);
  expect(changes).toEqual([
    {
      organizationId,
      collectionId: id,
      given: [{ memberId: added, permission: "edit" }],
      changed: [],
      taken: [dropped],
      groups: [],
    },
  ]);
});

test("a client that existed is corrected to this try's address and seats", async () => {
  const typed = {
    name: "Cobalt",
    plan: "teams_monthly" as const,
    seats: 7,
    ownerEmail: "owner@client.example",
  };
  const ids = { providerId: randomUUID(), organizationId };
  const sealed = {
    organizationKeyId: organizationId,
    organizationKeyForProvider: "-",
    publicKey: "-",
    privateKeyForOrganization: "-",
    collectionName: "-",
  };
  const corrections: unknown[] = [];
  const correct = recording(corrections, {});
  await createOrCorrectClient(
    { create: async () => ok({ existed: true }), correct },
    { ...ids, ...typed, ...sealed },
  );
  expect(corrections).toEqual([{ ...ids, ...typed }]);
});
