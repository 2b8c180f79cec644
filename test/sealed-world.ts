import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { ItemId, OrganizationId, OrganizationKeyId, ProviderId, RotationId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { OrganizationKind } from "@/lib/domain/rotation/kinds";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { finishOrganizationRotation } from "@/lib/operations/rotation/finish-organization";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";
import { stageOrganizationRows } from "@/lib/operations/rotation/stage-organization-rows";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import {
  type AnewRow,
  type LeftRows,
  type OrganizationRotationKeys,
  resealOrganizationRows,
} from "@/lib/vault/reseal-rows";
import { type LastRow, stageAll } from "@/lib/vault/run-rotation";
import { sealItem } from "@/lib/vault/seal-item";
import type { OrganizationKeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";
import { aMemberOf, anOrganizationWith, aVisit } from "@/test/organization";
import { aPerson, type Person } from "@/test/people";
import { aClientKey, aLogin, aProviderKey, kdf, somebodyKnown } from "@/test/vault";

/** Somebody whose account is kept as their vault has sealed it. */
export type Persona = Person & { vault: Vault };

/** An account with real keys and a proof of the master password. */
export async function aPersona(tx: Tx, name: string, email: string): Promise<Persona> {
  const { vault, keys } = await somebodyKnown(email);
  const { type: kdfType, iterations: kdfIterations, memory: kdfMemory, parallelism: kdfParallelism } = kdf;
  const derived = { kdfType, kdfIterations, kdfMemory, kdfParallelism };
  const person = await aPerson(tx, name, { email, ...derived, ...keys });
  await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.id, person.actor.sessionId));
  return { ...person, publicKey: keys.publicKey, vault };
}

const refOf = (organizationId: OrganizationId): OrganizationKeyRef => `organization:${organizationId}`;

/** Opens the organization's key as the server serves it to this person now. */
export async function openKeyOf(tx: Tx, organizationId: OrganizationId, { vault, actor }: Persona) {
  const served = await ask(tx, getOrganizationKey, actor, { organizationId });
  await vault.drop(refOf(organizationId));
  await openOrganizationKey(vault, organizationId, served);
  return served;
}

/** A client with everything really sealed: its provider's admin during a visit, an owner, items in a collection. */
export async function aSealedClient(tx: Tx, { items = 3, name = "cobalt" } = {}) {
  const admin = await aPersona(tx, "Brett Warden", `brett@${name}.provider.example`);
  const owner = await aPersona(tx, "Owner", `owner@${name}.example`);
  const providerId = ProviderId.parse(randomUUID());
  const organizationId = OrganizationId.parse(randomUUID());
  await tx.insert(providers).values({
    id: providerId,
    name: "My Provider",
    ownerEmail: "-",
    billingEmail: "-",
    status: "billable",
  });
  const provider = await aProviderKey(admin.vault, providerId);
  await tx.insert(providerMembers).values({
    providerId,
    userId: admin.userId,
    role: "provider_admin",
    status: "confirmed",
    providerKeyForMember: provider.providerKeyForMember,
  });
  const { served, collectionName } = await aClientKey(admin.vault, providerId, organizationId, provider);
  const keyId = OrganizationKeyId.parse(served.organizationKeyId);
  await anOrganizationWith(tx, {
    id: organizationId,
    keyId,
    providerId,
    status: "managed",
    seats: 1000,
    publicKey: served.publicKey,
    privateKeyForOrganization: served.privateKeyForOrganization,
  });
  await tx.insert(providerOrganizations).values({
    providerId,
    organizationId,
    organizationKeyForProvider: served.organizationKeyForProvider,
    organizationKeyId: keyId,
  });
  await aVisit(tx, organizationId, providerId, admin);
  const [collection] = await tx
    .insert(collections)
    .values({ organizationId, organizationKeyId: keyId, name: collectionName })
    .returning({ id: collections.id });
  if (!collection) throw new Error("no collection came back");
  const world = { organizationId, providerId, keyId, collectionId: collection.id, admin, owner };
  await confirm(tx, world, owner, "owner");
  for (let i = 0; i < items; i++) await aSealedItem(tx, world, `Item ${i}`);
  return world;
}

export type SealedClient = Awaited<ReturnType<typeof aSealedClient>>;

/** Makes somebody a confirmed member who holds the key. */
export async function confirm(
  tx: Tx,
  { organizationId, keyId, admin }: Pick<SealedClient, "organizationId" | "keyId" | "admin">,
  person: Persona,
  role: OrganizationRole = "user",
) {
  const memberId = await aMemberOf(tx, organizationId, person, { role, status: "accepted" });
  const { sealed } = await admin.vault.sealKeyFor(refOf(organizationId), { ...person, knownPublicKey: null });
  await tx
    .update(organizationMembers)
    .set({ status: "confirmed", organizationKeyForMember: sealed, organizationKeyId: keyId })
    .where(eq(organizationMembers.id, memberId));
  await openKeyOf(tx, organizationId, person);
  return memberId;
}

/** A login in the client's collection, with a password that opens. */
export async function aSealedItem(
  tx: Tx,
  { organizationId, keyId, collectionId, admin }: Omit<SealedClient, "owner" | "providerId">,
  name: string,
): Promise<ItemId> {
  const itemId = ItemId.parse(randomUUID());
  const sealed = await sealItem(admin.vault, refOf(organizationId), aLogin(name));
  await tx.insert(ciphers).values({ id: itemId, organizationId, organizationKeyId: keyId, ...sealed });
  await tx.insert(collectionCiphers).values({ organizationId, collectionId, itemId });
  return itemId;
}

export const namesOfLost = { shared: "Unreadable name", my_items: "My items" };

/** A rotation by somebody, as their browser makes it. */
export async function aRotation(
  tx: Tx,
  organizationId: OrganizationId,
  by: Persona,
  leftOut: OrganizationRotationKeys["leftOut"] = "all whose key has changed",
  leftBehind: OrganizationRotationKeys["leftBehind"] = new Set(),
) {
  const served = await openKeyOf(tx, organizationId, by);
  const rotationId = RotationId.parse(randomUUID());
  const next = `next:${rotationId}` as const;
  const of = refOf(organizationId);
  const { succession, ...made } = await by.vault.makeNextKey(next, of);
  await execute(tx, beginOrganizationRotation, by.actor, {
    organizationId,
    organizationKeyId: served.organizationKeyId,
    rotationId,
    succession,
    ...made,
  });
  const target = { organizationId, rotationId };
  const keys = {
    of,
    next,
    pair: served,
    nextPublicKey: made.publicKey,
    self: by.userId,
    leftOut,
    leftBehind,
    namesOfLost,
  };
  const door = {
    // The statement answers what the kinds say.
    rows: async (counted: boolean, last: LastRow | null) => {
      const { next: rows, ...more } = await ask(tx, getOrganizationRotationRows, by.actor, {
        ...target,
        counted,
        last: last as LastRow<OrganizationKind> | null,
      });
      return { ...more, next: rows as LeftRows | null };
    },
    stage: (rows: unknown[]) =>
      execute(tx, stageOrganizationRows, by.actor, { ...target, rows: rows as never }),
  };
  return {
    rotationId,
    made,
    door,
    stage: () =>
      stageAll<LeftRows, AnewRow, AnewRow["kind"]>(
        door,
        (rows, remembered) => resealOrganizationRows(by.vault, keys, rows, remembered),
        () => {},
        new AbortController().signal,
      ),
    finish: () => execute(tx, finishOrganizationRotation, by.actor, target),
  };
}

/** The names and passwords of the client's items as this person opens them now; "damaged" where one does not open. */
export async function readable(tx: Tx, organizationId: OrganizationId, by: Persona): Promise<string[]> {
  await openKeyOf(tx, organizationId, by);
  const rows = await tx
    .select({ key: ciphers.key, name: ciphers.name, data: ciphers.data })
    .from(ciphers)
    .where(eq(ciphers.organizationId, organizationId));
  const opened = await by.vault.openItems(
    refOf(organizationId),
    rows.map(({ key, name, data }) => ({
      key,
      open: { name, password: (data as { password: typeof name }).password },
      check: {},
    })),
  );
  return opened.map((item) => (item.ok ? `${item.texts.name}: ${item.texts.password}` : "damaged")).sort();
}

/** The organization's key id and when it was last replaced. */
export async function keyNow(tx: Tx, organizationId: OrganizationId) {
  const [row] = await tx
    .select({ keyId: organizations.keyId, rotatedAt: organizations.keyRotatedAt })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!row) throw new Error("the organization is there");
  return row;
}
