import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type {
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderId,
  UserId,
} from "@/lib/domain/ids";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { knownKeyOf } from "@/lib/operations/account/internal/known-keys";
import { NotFound, Refused } from "@/lib/operations/errors";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { clientKeys } from "@/lib/operations/provider/get-provider-key";
import { defineQuery } from "@/lib/operations/query";

/** What a key is compared with in the browser: what it has to open, and what the account remembers of it. */
type Comparable = {
  organizationKeyId: OrganizationKeyId;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  knownOrganizationKey: EncString | null;
};

type OrganizationKey = Comparable &
  (
    | { kind: "member"; organizationKeyForMember: SealedKey }
    | {
        kind: "provider";
        providerId: ProviderId;
        providerKeyForMember: SealedKey;
        knownProviderKey: EncString | null;
        clientKeys: EncString[];
        organizationKeyForProvider: EncString;
      }
  );

const comparable = (userId: UserId) => ({
  organizationKeyId: organizations.keyId,
  publicKey: organizations.publicKey,
  privateKeyForOrganization: organizations.privateKeyForOrganization,
  knownOrganizationKey: knownKeyOf(userId, "organization", organizations.id),
});

/** The organization's key as it is sealed for the actor: to themselves, or during a visit to their provider. */
export const getOrganizationKey = defineQuery({
  name: "organization.get_key",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  async read({ tx, actor, input: { organizationId }, standing }): Promise<OrganizationKey> {
    const place = placeOf(standing);
    if (place.state === "suspended") throw new Refused("organization_suspended");
    const [userId, memberId] = [personOf(actor), memberIdOf(place)];
    return memberId
      ? keyForMember(tx, organizationId, userId, memberId)
      : keyForProvider(tx, organizationId, userId);
  },
});

async function keyForMember(
  tx: Tx,
  organizationId: OrganizationId,
  userId: UserId,
  memberId: OrganizationMemberId,
): Promise<OrganizationKey> {
  const [own] = await tx
    .select({ ...comparable(userId), organizationKeyForMember: organizationMembers.organizationKeyForMember })
    .from(organizations)
    .innerJoin(organizationMembers, eq(organizationMembers.organizationId, organizations.id))
    .where(and(eq(organizations.id, organizationId), eq(organizationMembers.id, memberId)));
  if (!own?.organizationKeyForMember) throw new NotFound();
  return { kind: "member", ...own, organizationKeyForMember: own.organizationKeyForMember };
}

async function keyForProvider(
  tx: Tx,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<OrganizationKey> {
  const [tie] = await tx
    .select({
      ...comparable(userId),
      providerId: providerOrganizations.providerId,
      providerKeyForMember: providerMembers.providerKeyForMember,
      knownProviderKey: knownKeyOf(userId, "provider", providerOrganizations.providerId),
      organizationKeyForProvider: providerOrganizations.organizationKeyForProvider,
    })
    .from(organizations)
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .innerJoin(
      providerMembers,
      and(
        eq(providerMembers.providerId, providerOrganizations.providerId),
        eq(providerMembers.userId, userId),
        eq(providerMembers.status, "confirmed"),
      ),
    )
    .where(eq(organizations.id, organizationId));
  if (!tie?.providerKeyForMember) throw new NotFound();
  return {
    kind: "provider",
    ...tie,
    providerKeyForMember: tie.providerKeyForMember,
    clientKeys: await clientKeys(tx, tie.providerId),
  };
}
