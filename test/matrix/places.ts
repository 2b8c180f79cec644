import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMemberStatus, OrganizationRole } from "@/lib/domain/organization/member";
import { type CustomPermission, customPermissions } from "@/lib/domain/organization/permissions";
import { kinds } from "@/test/matrix/actors";
import { aMemberOf } from "@/test/organization";
import { aPerson, type Person } from "@/test/people";

const memberNames = [
  ...kinds.owner,
  ...kinds.admin,
  ...kinds.custom,
  ...collectionPermissions,
  ...kinds.invited,
  ...kinds.accepted,
  ...kinds.revoked,
] as const;
type MemberName = (typeof memberNames)[number];

export type Member = Person & { memberId: OrganizationMemberId };
type Place = { role: OrganizationRole; status: OrganizationMemberStatus; permissions?: CustomPermission[] };

function placeOf(name: MemberName): Place {
  if (name === "owner" || name === "admin") return { role: name, status: "confirmed" };
  if (name === "invited" || name === "accepted" || name === "revoked") return { role: "user", status: name };
  const permissions = customPermissions.filter((permission) => name === `custom: ${permission}`);
  return { role: permissions.length > 0 ? "custom" : "user", permissions, status: "confirmed" };
}

async function aMember(tx: Tx, organizationId: OrganizationId, name: string, place: Place): Promise<Member> {
  const person = await aPerson(tx, name);
  const memberId = await aMemberOf(tx, organizationId, person, place);
  const { role, permissions } = place;
  if (role === "custom")
    await tx.update(organizationMembers).set({ permissions }).where(eq(organizationMembers.id, memberId));
  return { ...person, memberId };
}

/** The actors of the table who have a place in the client. */
export async function thePlaces(tx: Tx, organizationId: OrganizationId): Promise<Record<MemberName, Member>> {
  const found: Partial<Record<MemberName, Member>> = {};
  for (const name of memberNames) found[name] = await aMember(tx, organizationId, name, placeOf(name));
  // Each name has been given its person.
  return found as Record<MemberName, Member>;
}

/** Those whom the actors act on. A second owner lets the first one go. */
export const theOthers = async (tx: Tx, organizationId: OrganizationId) => ({
  secondOwner: await aMember(tx, organizationId, "second owner", { role: "owner", status: "confirmed" }),
  member: await aMember(tx, organizationId, "member", { role: "user", status: "confirmed" }),
  invitee: await aMember(tx, organizationId, "invitee", { role: "user", status: "invited" }),
  waiting: await aMember(tx, organizationId, "waiting", { role: "user", status: "accepted" }),
  revoked: await aMember(tx, organizationId, "somebody revoked", { role: "user", status: "revoked" }),
  letIn: await anOwnerLetIn(tx, organizationId),
});

/** An owner whom the provider has let in, and for whom nobody has vouched. */
async function anOwnerLetIn(tx: Tx, organizationId: OrganizationId): Promise<Member> {
  const owner = await aMember(tx, organizationId, "owner let in", { role: "owner", status: "confirmed" });
  await tx
    .update(organizationMembers)
    .set({ letInByProvider: true })
    .where(eq(organizationMembers.id, owner.memberId));
  return owner;
}
