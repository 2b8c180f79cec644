import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import type { OrganizationId, RotationId } from "@/lib/domain/ids";
import { placeEnded } from "@/lib/operations/access-end";
import { NotFound, Refused } from "@/lib/operations/errors";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { stagedNow } from "@/lib/operations/rotation/internal/staged-rows";

type Which = { organizationId: OrganizationId; rotationId: RotationId; forProvider: boolean };
type Odd = { name: string | null; email: string; isOwner: boolean };

/**
 * What is staged for members neither takes an owner's place nor makes an enrolment, and ends one only where it is
 * declared that it does not open. The server cannot see
 * whether somebody's key was really another one for whoever rotates. So an owner always gets the next key, but for one in a
 * place of the provider's whose access has ended.
 *
 * @throws {Refused} `owner_needs_key`, and {NotFound} for an enrolment that is none.
 */
export async function expectPlacesKept(tx: Tx, { rotationId, ...of }: Which): Promise<void> {
  const enrolment = sql`staged.sealed ->> 'userKeyForOrganization'`;
  const isOtherEnrolment = sql`(${enrolment} is null) <> (member.user_key_for_organization is null)
    and (${enrolment} is not null or staged.sealed -> 'lost' is null)`;
  const losesPlace = sql`(member.role = 'owner' and member.status = 'confirmed' and not ${placeEnded(sql`member`)}
    and staged.sealed ->> 'organizationKeyForMember' is null)`;
  const { rows } = await tx.execute<Odd>(sql`
    select person.name, person.email, ${losesPlace} as "isOwner"
    from ${stagedNow(rotationId, rowsOfOrganization(of), "member")}
      join ${organizationMembers} as member on member.id = staged.row_id::uuid
      join ${users} as person on person.id = member.user_id
    where ${losesPlace} or (${isOtherEnrolment})
    order by 3 desc limit 1`);
  const [odd] = rows;
  if (odd?.isOwner) throw new Refused("owner_needs_key", { name: accountLabel(odd) });
  if (odd) throw new NotFound();
}
