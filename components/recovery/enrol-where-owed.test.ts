import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type EnrolActions, enrolWhereOwed } from "@/components/recovery/enrol-where-owed";
import { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { SealedOrganizationKey } from "@/lib/vault/open-organization";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

type Sent = Parameters<EnrolActions["enrol"]>[0];

/** Answers the actions of a server that says so much, and what they were sent. */
function aServer(keys: Map<string, SealedOrganizationKey>, notOwed: readonly string[] = []) {
  const sent: Sent[] = [];
  const list = [...keys.keys()].map((organizationId) => ({
    organizationId: OrganizationId.parse(organizationId),
    memberId: OrganizationMemberId.parse(randomUUID()),
    name: `Organization ${organizationId}`,
    isEnrolled: false,
    mayWithdraw: false,
    isOwed: !notOwed.includes(organizationId),
    askedFor: null,
  }));
  const actions: EnrolActions = {
    list: async () => ({ ok: true, result: list }),
    getKey: async ({ organizationId }) => {
      const result = keys.get(organizationId);
      return result ? { ok: true, result } : { ok: false, failure: { code: "not_found" } };
    },
    enrol: async (input) => {
      sent.push(input);
      return { ok: true, result: null };
    },
  };
  return { actions, sent };
}

test("the user key is sealed where it is owed, and to no key but the one that is remembered", async () => {
  const { vault, keys } = await somebody("betty@cobalt.example");
  const { vault: other } = await somebody("server@cobalt.example");
  const [good, replaced, free] = [randomUUID(), randomUUID(), randomUUID()];
  const ofVault = await aProviderKey(vault, "1");
  const ofOther = await aProviderKey(other, "2");
  const { served } = await aClientKey(vault, "1", good, ofVault);
  const { served: notOwed } = await aClientKey(vault, "1", free, ofVault);
  // The server hands out another key for an organization whose key the account has met.
  await aClientKey(vault, "1", replaced, ofVault);
  await vault.drop(`organization:${replaced}`);
  const { served: made } = await aClientKey(other, "2", replaced, ofOther);
  const { sealed } = await other.sealKeyFor(`organization:${replaced}`, recipient("betty", keys));
  const forged = { ...made, kind: "member" as const, organizationKeyForMember: sealed };
  const { actions, sent } = aServer(
    new Map<string, SealedOrganizationKey>([
      [replaced, { ...forged, knownOrganizationKey: null }],
      [good, served],
      [free, notOwed],
    ]),
    [free],
  );
  const told: unknown[] = [];
  await enrolWhereOwed(vault, actions, (organization) => told.push(organization));
  expect(told).toEqual([{ organizationId: good, name: `Organization ${good}` }]);
  expect(sent.map(({ organizationId }) => organizationId)).toEqual([good]);
});

test("a pair that does not go with the key is sealed to by nobody, and a refusal holds nothing up", async () => {
  const { vault } = await somebody("betty@cobalt.example");
  const provider = await aProviderKey(vault, "1");
  const [one, two] = [randomUUID(), randomUUID()];
  const { served } = await aClientKey(vault, "1", one, provider);
  const { served: second } = await aClientKey(vault, "1", two, provider);
  const swapped = { ...served, publicKey: second.publicKey };
  const { actions, sent } = aServer(
    new Map<string, SealedOrganizationKey>([
      [one, swapped],
      [two, second],
    ]),
  );
  const told: string[] = [];
  const tell = ({ organizationId }: { organizationId: string }) => told.push(organizationId);
  // Whoever answers so may have kept what was sent.
  const refusing = {
    ...actions,
    enrol: async () => {
      expect(told).toEqual([two]);
      return { ok: false as const, failure: { code: "busy" as const } };
    },
  };
  await enrolWhereOwed(vault, refusing, tell);
  expect(told).toEqual([two]);
  await enrolWhereOwed(vault, actions, tell);
  expect(sent).toHaveLength(1);
  await vault.lock();
  await enrolWhereOwed(vault, actions, tell);
  expect(sent).toHaveLength(1);
});

test("where nothing can be kept to tell them, nobody is enrolled", async () => {
  const { vault } = await somebody("betty@cobalt.example");
  const organizationId = randomUUID();
  const { served } = await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  const { actions, sent } = aServer(new Map<string, SealedOrganizationKey>([[organizationId, served]]));
  const cannot = () => {
    throw new Error("no storage");
  };
  await expect(enrolWhereOwed(vault, actions, cannot)).rejects.toThrow("no storage");
  expect(sent).toEqual([]);
});
