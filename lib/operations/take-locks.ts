import "server-only";
import { and, asc, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type { Lock } from "@/lib/operations/locks";

/** The number of the database's lock for the instance's administration. Only this program uses it. */
const instanceLock = 4_711_001;

/** The same for invoices: closing a month, settling, and credit. Whoever waits for it finds what the other one made. */
const billingLock = 4_711_002;

/**
 * Takes locks in one fixed order, so that two commands never wait for each other. Rows that only refer to a
 * locked row can still be written (`for no key update`): a new item does not wait for a change of seats. A
 * command that takes rights from people, for example when it suspends a provider, says so, and its lock waits
 * for every act that uses these rights.
 *
 * @param standing on what the act's standing will rest: it is held in its place in the order.
 */
export async function takeLocks(tx: Tx, locks: readonly Lock[], standing?: StandingOf): Promise<void> {
  if (locks.some(({ whole }) => whole === "instance"))
    await tx.execute(sql`select pg_advisory_xact_lock(${instanceLock})`);
  if (locks.some(({ whole }) => whole === "billing"))
    await tx.execute(sql`select pg_advisory_xact_lock(${billingLock})`);
  const accounts = idsOf(locks, "account");
  if (accounts.length > 0)
    await tx
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.id, accounts))
      .orderBy(asc(users.id))
      .for("no key update");
  const teams = idsOf(locks, "team");
  if (teams.length > 0)
    await tx
      .select({ id: providers.id })
      .from(providers)
      .where(inArray(providers.id, teams))
      .orderBy(asc(providers.id))
      .for(strengthOf(locks, "team"));
  if (standing && locks.some(({ whole }) => whole === "plans" || whole === "organization"))
    await holdOwnProvider(tx, standing);
  const plans = idsOf(locks, "plans");
  if (plans.length > 0)
    await tx
      .select({ id: providerPlans.id })
      .from(providerPlans)
      .where(inArray(providerPlans.providerId, plans))
      .orderBy(asc(providerPlans.providerId), asc(providerPlans.plan))
      .for("no key update");
  const tenants = idsOf(locks, "organization");
  if (tenants.length > 0)
    await tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(inArray(organizations.id, tenants))
      .orderBy(asc(organizations.id))
      .for(strengthOf(locks, "organization"));
}

/** Who acts, and the ids that the standing is about. */
export type StandingOf = { userId: UserId; target: unknown };

const Tenant = z.object({ providerId: z.uuid().optional(), organizationId: z.uuid().optional() });

/**
 * Holds the row of the provider that the actor acts for, as the standing does later. It comes before clients and seats:
 * whoever suspends or deletes the provider takes its row first too.
 */
async function holdOwnProvider(tx: Tx, { userId, target }: StandingOf): Promise<void> {
  const { providerId, organizationId } = Tenant.safeParse(target).data ?? {};
  if (!providerId && !organizationId) return;
  const ofOrganization = sql`(select here.provider_id from ${organizations} as here
    where here.id = ${organizationId}::uuid)`;
  const isTheirs = sql`exists (select from ${providerMembers} as staff
    where staff.provider_id = ${providers.id} and staff.user_id = ${userId})`;
  await tx
    .select({ id: providers.id })
    .from(providers)
    .where(
      and(
        providerId ? sql`${providers.id} = ${providerId}::uuid` : sql`${providers.id} = ${ofOrganization}`,
        isTheirs,
      ),
    )
    .for("key share");
}

const strengthOf = (locks: readonly Lock[], whole: "team" | "organization") =>
  locks.some((lock) => lock.whole === whole && "takes" in lock && lock.takes === "authority")
    ? "update"
    : "no key update";

type IdOf = { account: UserId; team: ProviderId; plans: ProviderId; organization: OrganizationId };

function idsOf<Whole extends keyof IdOf>(locks: readonly Lock[], whole: Whole): IdOf[Whole][] {
  const ids = locks.flatMap((lock) => (lock.whole === whole && "id" in lock ? [lock.id] : []));
  // `whole` decides which kind of id stands beside it.
  return [...new Set(ids)] as IdOf[Whole][];
}
