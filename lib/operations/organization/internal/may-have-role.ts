import "server-only";
import type { Tx } from "@/db/client";
import { all, allow, type Decision } from "@/lib/domain/decision";
import type { OrganizationId } from "@/lib/domain/ids";
import { mayStopOwning } from "@/lib/domain/organization/counting-owner";
import { gainsPermissions, mayGrant, type RoleWith } from "@/lib/domain/organization/custom-role";
import { mayManageRole } from "@/lib/domain/organization/member";
import { actsForProvider, mayRaise } from "@/lib/domain/organization/provider-place";
import { becomesBound, mayBeLetIn } from "@/lib/domain/policy/binding";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { countConfirmed, type lockMember } from "@/lib/operations/organization/internal/lock-members";
import { vouchableOwners } from "@/lib/operations/organization/internal/vouchable-owners";
import { lackingAmong } from "@/lib/operations/policy/internal/lacking";

type Whose = {
  organizationId: OrganizationId;
  place: OrganizationPlace;
  member: Awaited<ReturnType<typeof lockMember>>;
  isYou: boolean;
};

/** Whether a member is given another role, or other permissions of the custom one. They are locked already. */
export async function mayHaveRole(
  tx: Tx,
  { organizationId, place, member, isYou }: Whose,
  given: RoleWith,
): Promise<Decision> {
  const confirmed = await countConfirmed(tx, organizationId);
  const { userId } = member;
  const { role } = given;
  const hasPlace = member.status === "accepted" || member.status === "confirmed";
  const found =
    hasPlace && becomesBound(member.role, role)
      ? (await lackingAmong(tx, organizationId, [{ userId, role }])).get(userId)
      : undefined;
  return all(
    mayManageRole(place, member.role),
    mayManageRole(place, role),
    mayGrant(place, member, given),
    role === "owner"
      ? allow
      : mayStopOwning({ ...member, isYou }, confirmed, await vouchableOwners(tx, organizationId)),
    mayRaise({
      forProvider: actsForProvider(place, confirmed.counting),
      ofTeam: member.ofTeam,
      from: member.role,
      to: role,
      gains: gainsPermissions(member, given),
    }),
    mayBeLetIn(found?.lacks ?? null),
  );
}
