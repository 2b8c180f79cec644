import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationMemberId, ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { askerOf, type Quota, type Throttle } from "@/lib/operations/limits";

const toOneAddress = 20;
const byOneAccount = 200;
const hour = 3600;

/**
 * Every command that sends mail has this throttle: within an hour, at most two hundred such acts by one
 * account. The operator is not limited, because they have the instance's secrets and could send any mail
 * without it.
 */
export const mailThrottle = (actor: Actor): Throttle[] =>
  actor.principal.kind === "operator"
    ? []
    : [{ what: "mail_by", by: askerOf(actor), points: byOneAccount, seconds: hour }];

/** Within an hour, at most twenty letters to one mailbox, whoever sends them. */
export const mailQuota = (addresses: readonly string[]): Quota[] =>
  addresses.map((address) => ({
    what: "mail_to",
    about: mailboxOf(address),
    points: toOneAddress,
    seconds: hour,
  }));

/**
 * Beside these, at most twenty that warn the holder of an account. Only the account's own master password causes
 * them, so nobody else can use up their number and keep a warning from arriving.
 */
export const warningQuota = (address: string): Quota[] => [
  { what: "warning_to", about: mailboxOf(address), points: toOneAddress, seconds: hour },
];

/**
 * The mailbox of an address: at most mail servers, `name+tag@` and `name@` are the same one. At a server where
 * they are two, they share a limit, which does little harm.
 */
const mailboxOf = (address: string): string => address.replace(/\+[^@]*@/, "@");

type Staff = { providerId: ProviderId; memberIds: readonly ProviderMemberId[] };

/** The same for members of a provider's team, whose addresses only their rows know. */
export async function staffMailQuota(tx: Tx, { providerId, memberIds }: Staff): Promise<Quota[]> {
  const members = await tx
    .select({ email: sql<string>`coalesce(${users.email}, ${providerMembers.email})` })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, [...memberIds])));
  return mailQuota(members.map(({ email }) => email));
}

type Members = { organizationId: OrganizationId; memberIds: readonly OrganizationMemberId[] };

/** The same for members of an organization. */
export async function memberMailQuota(tx: Tx, { organizationId, memberIds }: Members): Promise<Quota[]> {
  const members = await tx
    .select({ email: sql<string>`coalesce(${users.email}, ${organizationMembers.email})` })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.id, [...memberIds]),
      ),
    );
  return mailQuota(members.map(({ email }) => email));
}
