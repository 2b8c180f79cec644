import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { clientVisits } from "@/db/schema/client-visits";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import {
  AttachmentId,
  type CollectionId,
  type ItemId,
  OrganizationId,
  OrganizationKeyId,
  type OrganizationMemberId,
  type ProviderId,
} from "@/lib/domain/ids";
import {
  type OrganizationMemberStatus,
  type OrganizationRole,
  occupiesSeat,
} from "@/lib/domain/organization/member";
import { aPerson, type Person, publicKey, sealedKey, sealedText } from "@/test/people";

type Columns = Partial<typeof organizations.$inferInsert>;
type Wanted = Columns & { provider?: { providerId: ProviderId } };

const only = <Row>(rows: Row[]): Row => {
  const [row] = rows;
  if (!row) throw new Error("no row came back");
  return row;
};

/** A provider that is set up, with one confirmed admin. */
export async function aProviderWithAdmin(tx: Tx, name = "My Provider") {
  const { providerId } = only(
    await tx
      .insert(providers)
      .values({ name, ownerEmail: "-", billingEmail: "-", status: "billable" })
      .returning({ providerId: providers.id }),
  );
  const admin = await aPerson(tx, `${name} Admin`);
  await tx.insert(providerMembers).values({
    providerId,
    userId: admin.userId,
    role: "provider_admin",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  return { providerId, admin };
}

/** The id of an organization's key: in tests, the organization's own, so that nobody has to look it up. */
export const keyOf = (organizationId: OrganizationId) => OrganizationKeyId.parse(organizationId);

/** An organization without members, tied to `provider` if one is given. */
export async function anOrganizationWith(tx: Tx, { provider, ...columns }: Wanted = {}) {
  const name = columns.name ?? "Cobalt Manufacturing";
  const organizationId = OrganizationId.parse(randomUUID());
  await tx.insert(organizations).values({
    id: organizationId,
    keyId: keyOf(organizationId),
    name,
    sortName: name.toLowerCase(),
    billingEmail: "-",
    plan: "teams_monthly",
    status: provider ? "managed" : "created",
    providerId: provider?.providerId ?? null,
    features: ["groups", "events"],
    seats: 10,
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    ...columns,
  });
  if (provider)
    await tx.insert(providerOrganizations).values({
      providerId: provider.providerId,
      organizationId,
      organizationKeyForProvider: sealedText(5),
      organizationKeyId: keyOf(organizationId),
    });
  return { organizationId };
}

type Place = { role?: OrganizationRole; status?: OrganizationMemberStatus };

/** Gives a person a seat in the organization. */
export async function aMemberOf(
  tx: Tx,
  organizationId: OrganizationId,
  person: Pick<Person, "userId" | "email">,
  { role = "user", status = "confirmed" }: Place = {},
): Promise<OrganizationMemberId> {
  const { id } = only(
    await tx
      .insert(organizationMembers)
      .values({
        organizationId,
        role,
        status,
        ...(status === "revoked" && { revocationReason: "manual" as const }),
        ...(status === "invited" ? { email: person.email } : { userId: person.userId }),
        ...(status === "confirmed" && {
          organizationKeyForMember: sealedKey(),
          organizationKeyId: keyOf(organizationId),
        }),
      })
      .returning({ id: organizationMembers.id }),
  );
  await tx
    .update(organizations)
    .set({ usedSeats: sql`${organizations.usedSeats} + ${Number(occupiesSeat(status))}` })
    .where(eq(organizations.id, organizationId));
  return id;
}

/** A confirmed person of the organization. */
export async function aConfirmed(
  tx: Tx,
  organizationId: OrganizationId,
  role: OrganizationRole,
  name: string,
) {
  const person = await aPerson(tx, name);
  return { ...person, memberId: await aMemberOf(tx, organizationId, person, { role }) };
}

/** Whom an organization of a test has by their role. */
const namesByRole = { owner: "Brett Warden", admin: "Betty Warden", user: "Billy Warden" } as const;
type NamedRole = keyof typeof namesByRole;
type Confirmed = Awaited<ReturnType<typeof aConfirmed>>;

/** An organization with one confirmed member of each of these roles, who come back under their role. */
export async function anOrganizationOf<Role extends NamedRole>(
  tx: Tx,
  roles: readonly Role[],
  wanted: Wanted = {},
): Promise<{ organizationId: OrganizationId } & Record<Role, Confirmed>> {
  const { organizationId } = await anOrganizationWith(tx, wanted);
  const members: Partial<Record<NamedRole, Confirmed>> = {};
  for (const role of roles) members[role] = await aConfirmed(tx, organizationId, role, namesByRole[role]);
  // Every role that was asked for has been filled in by the loop above.
  return { organizationId, ...(members as Record<Role, Confirmed>) };
}

/** A member's row as it is now. */
export async function rowOf(tx: Tx, memberId: OrganizationMemberId) {
  const [row] = await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId));
  return row;
}

/** How many seats of the organization are used now. */
export async function usedSeats(tx: Tx, organizationId: OrganizationId) {
  const [row] = await tx
    .select({ used: organizations.usedSeats })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row?.used;
}

/** An open visit of somebody of the provider, without its events. */
export async function aVisit(
  tx: Tx,
  organizationId: OrganizationId,
  providerId: ProviderId,
  visitor: Person,
) {
  const { userId, actor } = visitor;
  const { sessionId } = actor;
  const startedAt = new Date();
  await tx.insert(clientVisits).values({ providerId, organizationId, userId, sessionId, startedAt });
}

type Grants = Record<OrganizationMemberId, CollectionPermission>;

/** A collection, and who has it. */
export async function aCollection(
  tx: Tx,
  organizationId: OrganizationId,
  grants: Grants = {},
): Promise<CollectionId> {
  const { id } = only(
    await tx
      .insert(collections)
      .values({ organizationId, organizationKeyId: keyOf(organizationId), name: sealedText() })
      .returning({ id: collections.id }),
  );
  // The keys of an object lose their brand.
  for (const [memberId, permission] of Object.entries(grants) as [
    OrganizationMemberId,
    CollectionPermission,
  ][])
    await tx.insert(collectionMembers).values({ organizationId, collectionId: id, memberId, permission });
  return id;
}

/** The sealed parts of a login, of noise. */
export const sealedLogin = () => ({
  type: "login" as const,
  key: sealedText(5),
  name: sealedText(),
  notes: null,
  fields: [],
  passwordHistory: [],
  data: { username: sealedText(), password: sealedText(), totp: null, uris: [] },
});

/** An organization's item in these collections. */
export async function anItem(
  tx: Tx,
  organizationId: OrganizationId,
  collectionIds: CollectionId[],
): Promise<ItemId> {
  const { id } = only(
    await tx
      .insert(ciphers)
      .values({
        organizationId,
        organizationKeyId: keyOf(organizationId),
        ...sealedLogin(),
      })
      .returning({ id: ciphers.id }),
  );
  for (const collectionId of collectionIds)
    await tx.insert(collectionCiphers).values({ organizationId, collectionId, itemId: id });
  return id;
}

/** An id of the right form that is nobody's. */
export const anyId = () => randomUUID();

/** What an owner's answer to the provider names: a place, and when its row last changed. */
export async function shownPlace(
  tx: Pick<Tx, "select">,
  place: { organizationId: OrganizationId; memberId: OrganizationMemberId },
) {
  const { revisedAt } = only(
    await tx
      .select({ revisedAt: organizationMembers.revisedAt })
      .from(organizationMembers)
      .where(eq(organizationMembers.id, place.memberId)),
  );
  return { ...place, revisedAt };
}

/** A file of an item, of one part. */
export async function anAttachment(
  tx: Tx,
  itemId: ItemId,
  more: Partial<typeof attachments.$inferInsert> = {},
): Promise<AttachmentId> {
  const id = AttachmentId.parse(randomUUID());
  const owner = { organizationId: ciphers.organizationId, userId: ciphers.userId };
  const [item] = await tx.select(owner).from(ciphers).where(eq(ciphers.id, itemId));
  const at = { begunAt: new Date(), finishedAt: new Date() };
  const sealed = { key: sealedText(5), fileName: sealedText(), size: 65 };
  await tx.insert(attachments).values({ id, itemId, ...item, ...sealed, ...at, ...more });
  await tx.insert(attachmentParts).values({ attachmentId: id, number: 0, bytes: aSealedFile() });
  return id;
}

/** A sealed file of 65 bytes, or of more. */
export const aSealedFile = (size = 65) =>
  Uint8Array.from({ length: size }, (_, i) => (i === 0 ? 2 : i % 251));
