import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";
import { mayInProvider } from "@/lib/domain/provider/member";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { sessionOf } from "@/lib/operations/account/access";
import { kdfColumns, readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { NotFound } from "@/lib/operations/errors";
import { judgedColumns } from "@/lib/operations/judged-columns";
import { lacksTwoStep, takesSecondStep } from "@/lib/operations/own-step";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/**
 * Who the actor is, with their own sealed keys; the providers whose portal they may open, each with its sealed key; and
 * the clients that this very session is visiting: nothing of any other client is told. One statement, with a row for
 * each provider and visit.
 */
export async function accountForApps(tx: Tx, actor: Actor, now: Date) {
  const rows = await read(tx, actor, now);
  const [first] = rows;
  if (!first) throw new NotFound();
  const { account, keysToldAt } = first;
  const teams = new Map(rows.flatMap((row) => teamOf(row)).map((team) => [team.id, team]));
  return {
    account: { ...account, kdf: readKdf(account), sessionId: sessionOf(actor), keysToldAt },
    providers: [...teams.values()],
    visited: rows.flatMap((row) => visitedOf(row)),
  };
}

const read = (tx: Tx, actor: Actor, now: Date) =>
  tx
    .select({
      account: {
        userId: users.id,
        email: users.email,
        name: users.name,
        locale: users.locale,
        emailVerifiedAt: users.emailVerifiedAt,
        createdAt: users.createdAt,
        ...kdfColumns,
        userKeyForAccount: users.userKeyForAccount,
        userKeyId: users.userKeyId,
        publicKey: users.publicKey,
        privateKeyForAccount: users.privateKeyForAccount,
        mustChangePassword: users.mustChangePassword,
        takesSecondStep: takesSecondStep(users.id),
      },
      keysToldAt: sessions.keysToldAt,
      provider: {
        id: providers.id,
        name: providers.name,
        type: providers.type,
        status: providers.status,
        state: providers.state,
        useEvents: providers.useEvents,
      },
      member: {
        role: providerMembers.role,
        status: providerMembers.status,
        providerKeyForMember: providerMembers.providerKeyForMember,
      },
      accessEnded: hasAccessEnded,
      lacksTwoStep: lacksTwoStep(users.id),
      client: {
        id: organizations.id,
        name: organizations.name,
        plan: organizations.plan,
        identifier: organizations.identifier,
        access: organizations.providerAccess,
        state: judgedColumns.state,
        features: judgedColumns.features,
      },
      switches: judgedColumns.switches,
      organizationKeyForProvider: providerOrganizations.organizationKeyForProvider,
    })
    .from(users)
    .leftJoin(sessions, sql`${sessions.id} = ${actor.sessionId}::uuid`)
    .leftJoin(providerMembers, eq(providerMembers.userId, users.id))
    .leftJoin(providers, and(eq(providers.id, providerMembers.providerId), ne(providers.status, "pending")))
    .leftJoin(
      clientVisits,
      and(
        eq(clientVisits.providerId, providers.id),
        sql`${clientVisits.sessionId} = ${actor.sessionId}::uuid`,
        isOpenVisit(now),
      ),
    )
    .leftJoin(providerOrganizations, eq(providerOrganizations.organizationId, clientVisits.organizationId))
    .leftJoin(organizations, eq(organizations.id, providerOrganizations.organizationId))
    .where(sql`${users.id} = ${userIdOf(actor)}::uuid`)
    .orderBy(providers.name, providers.id, organizations.sortName, organizations.id);

type Row = Awaited<ReturnType<typeof read>>[number];

function teamOf({ provider, member, accessEnded, lacksTwoStep }: Row) {
  if (!provider || !member?.providerKeyForMember) return [];
  const { role, status, providerKeyForMember } = member;
  const standing = { role, status, state: provider.state, accessEnded, lacksTwoStep };
  return mayInProvider("open_portal", standing).allowed ? [{ ...provider, role, providerKeyForMember }] : [];
}

/** A client during a visit, with its key sealed under its provider's; from whoever keeps it suspended, nothing. */
function visitedOf({ provider, client, switches, organizationKeyForProvider, ...staff }: Row) {
  if (!provider || !client || !switches || !organizationKeyForProvider) return [];
  const { access, state, features, ...told } = client;
  const standing: OrganizationStanding = {
    ...{ state, features, switches },
    capacity: {
      ...{ as: "provider", access, entered: "entered", providerState: provider.state },
      ...{ accessEnded: staff.accessEnded, lacksTwoStep: staff.lacksTwoStep },
    },
  };
  const isTold = state === "enabled" && mayInOrganization("be_there", standing).allowed;
  return isTold ? [{ ...told, standing, provider, organizationKeyForProvider }] : [];
}
