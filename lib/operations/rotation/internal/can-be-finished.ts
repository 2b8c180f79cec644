import "server-only";
import { inArray, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { rotations } from "@/db/schema/rotations";
import { providerAccesses } from "@/lib/domain/organization/member";
import { organizationRolesWith, permissionsOfProvider } from "@/lib/domain/organization/permissions";
import { accessEndedOf, placeEnded } from "@/lib/operations/access-end";

const accesses = providerAccesses.filter((access) => permissionsOfProvider[access].includes("rotate_key"));

const own = sql`from ${organizationMembers} as own where own.organization_id = ${rotations.organizationId}
  and own.user_id = ${rotations.begunBy} and own.status = 'confirmed' and not ${placeEnded(sql`own`)}`;

/**
 * Whether a rotation of an organization can still be finished: nobody has gone who may have been sealed the next key, and
 * whoever began it may replace the key today. Membership comes before the provider, as it does when they act. Whether
 * they are on a visit is not asked: they can come back.
 */
export const canBeFinished = sql<boolean>`(not ${rotations.isOutdated} and case when exists (select ${own})
  then exists (select ${own} and ${inArray(sql`own.role`, organizationRolesWith("rotate_key"))})
  else exists (select from ${organizations} as here
    join ${providers} as home on home.id = here.provider_id and home.state = 'enabled'
    join ${providerMembers} as staff on staff.provider_id = home.id
    where here.id = ${rotations.organizationId} and staff.user_id = ${rotations.begunBy}
      and staff.status = 'confirmed' and not ${accessEndedOf(sql`staff`)} and ${inArray(sql`here.provider_access`, accesses)}) end)`;
