import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import type { QuickstartClient } from "@/db/seed/demo-data";
import { tokenMailedTo } from "@/db/seed/mailed";
import { type Newcomer, type Persona, registerFromMail } from "@/db/seed/persona";
import { CollectionId, OrganizationId, type OrganizationMemberId, type ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { createClient } from "@/lib/operations/client/create-client";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { sealNewClient } from "@/lib/vault/seal-client";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";

const planOf: Record<QuickstartClient["plan"], Plan> = {
  Teams: "teams_monthly",
  Enterprise: "enterprise_monthly",
};

type Creator = { providerId: ProviderId; by: Persona };

/** Creates a client with one collection, whose owner is invited and takes its one used seat. */
export async function seedClient(
  db: Database,
  { providerId, by }: Creator,
  { name, plan, assigned }: Pick<QuickstartClient, "name" | "plan" | "assigned">,
  ownerEmail: string,
  collectionName = "Default collection",
): Promise<OrganizationId> {
  const organizationId = OrganizationId.parse(randomUUID());
  const { keys, known } = await sealNewClient(by.vault, providerId, { organizationId, collectionName });
  const typed = { name, plan: planOf[plan], seats: assigned, ownerEmail };
  await execute(db, createClient, by.actor, { providerId, organizationId, ...typed, ...keys });
  await by.vault.remember(known);
  return organizationId;
}

/** Has the client's owner register and accept, and a provider user confirm them, during a visit. */
export async function seedClientOwner(
  db: Database,
  organizationId: OrganizationId,
  by: Persona,
  invited: Newcomer,
): Promise<{ owner: Persona; memberId: OrganizationMemberId }> {
  const token = await tokenMailedTo(db, invited.email);
  const owner = await registerFromMail(db, invited);
  await execute(db, acceptOrganizationInvitation, owner.actor, { token });

  const memberId = await visiting(db, organizationId, by, async (organizationKeyId) => {
    const { members } = await ask(db, listOrganizationMembers, by.actor, { organizationId });
    const memberIds = members.map(({ id }) => id);
    const waiting = await ask(db, getOrganizationMembersToConfirm, by.actor, { organizationId, memberIds });
    const found = waiting.find(({ email }) => email === owner.email);
    if (!found) throw new Error(`${owner.email} does not wait for confirmation.`);
    const { memberId, publicKey } = found;
    const organizationKeyForMember = await sealOrganizationKeyFor(by.vault, organizationId, found);
    await execute(db, confirmOrganizationMembers, by.actor, {
      organizationId,
      organizationKeyId,
      people: [{ memberId, publicKey, organizationKeyForMember }],
    });
    return memberId;
  });
  await openOrganizationKey(
    owner.vault,
    organizationId,
    await ask(db, getOrganizationKey, owner.actor, { organizationId }),
  );
  return { owner, memberId };
}

/** Creates collections that the owner manages. */
export async function seedCollections(
  db: Database,
  organizationId: OrganizationId,
  { owner, memberId }: { owner: Persona; memberId: OrganizationMemberId },
  names: string[],
): Promise<CollectionId[]> {
  const ids: CollectionId[] = [];
  for (const plainName of names) {
    const collectionId = CollectionId.parse(randomUUID());
    const name = await sealCollectionName(owner.vault, organizationId, plainName);
    const organizationKeyId = await keyIdOf(owner, organizationId);
    const members = [{ memberId, permission: "manage" as const }];
    const sealed = { name, organizationKeyId };
    await execute(db, createCollection, owner.actor, { organizationId, collectionId, ...sealed, members });
    ids.push(collectionId);
  }
  return ids;
}

/** The id of the organization's key that somebody's vault holds. */
export async function keyIdOf({ vault }: Persona, organizationId: OrganizationId): Promise<string> {
  const keyId = await vault.organizationKeyId(`organization:${organizationId}`);
  if (!keyId) throw new Error("The vault does not hold the organization's key.");
  return keyId;
}

/** Enters the client, opens its key, does what is to be done there, and leaves. */
export async function visiting<Result>(
  db: Database,
  organizationId: OrganizationId,
  { actor, vault }: Persona,
  act: (organizationKeyId: string) => Promise<Result>,
): Promise<Result> {
  await execute(db, enterClient, actor, { organizationId });
  const key = await ask(db, getOrganizationKey, actor, { organizationId });
  await openOrganizationKey(vault, organizationId, key);
  const result = await act(key.organizationKeyId);
  await execute(db, leaveClient, actor, { organizationId });
  return result;
}
