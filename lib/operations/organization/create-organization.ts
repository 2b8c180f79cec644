import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { CreateOrganization } from "@/lib/domain/organization/creating";
import { planFacts } from "@/lib/domain/organization/plans";
import { mayJoin } from "@/lib/domain/policy/binding";
import { maySetSeats } from "@/lib/domain/provider/seats";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { insertDefaultCollection } from "@/lib/operations/collection/internal/insert-default-collection";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { insertOrganization } from "@/lib/operations/organization/internal/insert-organization";
import { insertOwner } from "@/lib/operations/organization/internal/insert-owner";
import { ownOrganizations } from "@/lib/operations/organization/internal/own-organizations";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";
import { advanceAccount, advanceOrganization } from "@/lib/operations/revision/internal/advance";

/** Nobody makes more organizations of their own in a day. */
const aDay = { points: 10, seconds: 24 * 3600 };

/**
 * Makes an organization of somebody's own from keys that their browser has made. They own it, confirmed, and nobody
 * else holds its key. The same form again, which carries the same sealed key, changes nothing.
 *
 * @throws {Refused} `bound_to_one_organization` for a member of an organization that allows no other.
 */
export const createOrganization = defineCommand({
  name: "organization.create",
  input: CreateOrganization,
  access: signedInNaming("the organization is made here, and belongs to whoever makes it"),
  // A policy of an organization of theirs, turned on at the same moment, comes before or after.
  locks: async ({ tx, actor }) => [...ownAccount(actor), ...(await ownOrganizations(tx, actor))],
  quota: ({ actor }) => [{ what: "organizations", about: personOf(actor), ...aDay }],
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    const { organizationId, name, plan, seats } = input;
    const sealedKeys = await ownKeys(tx, organizationId, userId);
    if (madeBefore(sealedKeys, ({ sealedKey }) => sealedKey === input.organizationKeyForMember))
      return doneUnrecorded({ organizationId, existed: true }, "the same form came twice");
    assertAllowed(maySetSeats(seats, 1));
    const [binding] = await whoBinds(tx, [userId], "single_organization");
    assertAllowed(mayJoin(binding ? "bound_elsewhere" : null, name, binding?.organization ?? null));

    const billingEmail = await addressOf(tx, userId);
    await insertOrganization(tx, input, { providerId: null, billingEmail }, now);
    const ownerId = await insertOwner(tx, input, userId, now);
    await insertDefaultCollection(tx, { ...input, ownerId }, now);
    await advanceOrganization(tx, organizationId);
    await advanceAccount(tx, userId);
    return done(
      { organizationId, existed: false },
      {
        type: "organization.created",
        organizationId,
        details: { name, plan: planFacts[plan].tier, seats },
      },
    );
  },
});

/** The organization of this id, if there is one, with the person's own sealed copy of its key. */
const ownKeys = (tx: Tx, organizationId: OrganizationId, userId: UserId) =>
  tx
    .select({ sealedKey: organizationMembers.organizationKeyForMember })
    .from(organizations)
    .leftJoin(
      organizationMembers,
      and(eq(organizationMembers.organizationId, organizations.id), eq(organizationMembers.userId, userId)),
    )
    .where(eq(organizations.id, organizationId));

async function addressOf(tx: Tx, userId: UserId): Promise<string> {
  const [account] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!account) throw new NotFound();
  return account.email;
}
