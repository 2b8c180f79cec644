import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { keyIdOf } from "@/db/seed/client";
import { tokenMailedTo } from "@/db/seed/mailed";
import { type Newcomer, type Persona, registerFromMail } from "@/db/seed/persona";
import { addressLimit } from "@/lib/domain/addresses";
import { CollectionId, type OrganizationId, type OrganizationMemberId } from "@/lib/domain/ids";
import type { RoleWith } from "@/lib/domain/organization/custom-role";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { ask } from "@/lib/operations/query";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";

/** An organization, and whoever acts in it. */
export type Acting = { organizationId: OrganizationId; by: Persona };

/** Invites people into one role, as many at once as one form takes. */
export async function inviteMembers(
  db: Database,
  { organizationId, by }: Acting,
  { role, permissions }: RoleWith,
  emails: readonly string[],
): Promise<void> {
  for (let start = 0; start < emails.length; start += addressLimit) {
    const some = emails.slice(start, start + addressLimit);
    const invitation = { organizationId, role, permissions: [...permissions], emails: some, collections: [] };
    await execute(db, inviteOrganizationMembers, by.actor, invitation);
  }
}

/** Has somebody register, do what is to be done first, and accept. */
export async function joinOrganization(
  db: Database,
  invited: Newcomer,
  first: (persona: Persona) => Promise<void>,
): Promise<Persona> {
  const token = await tokenMailedTo(db, invited.email);
  const persona = await registerFromMail(db, invited);
  await first(persona);
  await execute(db, acceptOrganizationInvitation, persona.actor, { token });
  return persona;
}

/** Confirms people who have accepted, each with a collection of their own where a policy makes one. */
export async function confirmMembers(
  db: Database,
  { organizationId, by }: Acting,
  memberIds: OrganizationMemberId[],
): Promise<void> {
  const waiting = await ask(db, getOrganizationMembersToConfirm, by.actor, { organizationId, memberIds });
  const people = [];
  for (const { ownCollectionName: name, ...person } of waiting)
    people.push({
      memberId: person.memberId,
      publicKey: person.publicKey,
      organizationKeyForMember: await sealOrganizationKeyFor(by.vault, organizationId, person),
      ...(name !== null && {
        ownCollection: {
          collectionId: CollectionId.parse(randomUUID()),
          name: await sealCollectionName(by.vault, organizationId, name),
        },
      }),
    });
  const organizationKeyId = await keyIdOf(by, organizationId);
  await execute(db, confirmOrganizationMembers, by.actor, { organizationId, organizationKeyId, people });
}

/** The members that are not revoked, by their addresses. */
export async function membersByAddress(
  db: Database,
  { organizationId, by }: Acting,
): Promise<Map<string, OrganizationMemberId>> {
  const found = new Map<string, OrganizationMemberId>();
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page: Awaited<ReturnType<typeof listOrganizationMembers.read>> = await ask(
      db,
      listOrganizationMembers,
      by.actor,
      { organizationId, cursor },
    );
    for (const { id, email } of page.members) if (email) found.set(email, id);
    cursor = page.next;
  }
  return found;
}

/** Opens an organization's key for somebody who was confirmed, and keeps their user key sealed to it. */
export async function enrolMember(db: Database, { organizationId, by }: Acting): Promise<void> {
  const key = await ask(db, getOrganizationKey, by.actor, { organizationId });
  await openOrganizationKey(by.vault, organizationId, key);
  const userKeyForOrganization = await by.vault.enrol("user", `organization:${organizationId}`, key);
  const { organizationKeyId } = key;
  await execute(db, enrolInRecovery, by.actor, { organizationId, organizationKeyId, userKeyForOrganization });
}
