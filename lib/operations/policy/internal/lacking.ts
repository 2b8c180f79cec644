import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { type Lacking, lacksFor } from "@/lib/domain/policy/binding";
import { worksInTeam } from "@/lib/operations/is-in-team";
import { takesSecondStep } from "@/lib/operations/own-step";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";
import { hasPlaceBeside } from "@/lib/operations/policy/internal/compliance";
import { policiesInForce } from "@/lib/operations/policy/internal/in-force";

type Joining = { userId: UserId | null; role: OrganizationRole };
type Found = { lacks: Lacking | null; boundTo: string | null };

/**
 * What people lack for a place in an organization, by their accounts; whoever has none yet is not judged. Three
 * statements, whatever their number. The organization and the accounts are locked by the caller.
 */
export async function lackingAmong(
  tx: Tx,
  organizationId: OrganizationId,
  people: readonly Joining[],
): Promise<Map<UserId | null, Found>> {
  const userIds = people.flatMap(({ userId }) => userId ?? []);
  if (userIds.length === 0) return new Map();
  const on = await policiesInForce(tx, organizationId);
  const binding = await whoBinds(tx, userIds, "single_organization");
  const accounts = await tx
    .select({
      userId: users.id,
      hasTwoStep: takesSecondStep(users.id),
      isElsewhere: hasPlaceBeside(organizations.id, users.id),
      isProviders: worksInTeam(organizations.providerId, users.email),
    })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(inArray(users.id, userIds));
  const found = new Map(accounts.map((account) => [account.userId, account]));
  return new Map(
    people.flatMap(({ userId, role }): [UserId, Found][] => {
      const account = userId && found.get(userId);
      if (!account) return [];
      const other = binding.find((row) => row.userId === userId && row.organizationId !== organizationId);
      const lacks = lacksFor(on, { ...account, role, isBoundElsewhere: other !== undefined });
      return [[userId, { lacks, boundTo: other?.organization ?? null }]];
    }),
  );
}
