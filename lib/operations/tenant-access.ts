import "server-only";
import { type Decision, refuse } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/event-subjects";
import type { Access } from "@/lib/operations/access";

/** What is found of the actor in a tenant: their place, or that they have none, or that nobody is signed in. */
export type TenantStanding<Place> = Place | "nobody" | "anonymous";

type Tenant<Target, Place, Permission extends string> = {
  name: string;
  of: readonly (keyof Target & string)[];
  permissions: readonly Permission[];
  standing: Access<Target, TenantStanding<Place>>["standing"];
  may: (permission: Permission, place: Place | null) => Decision;
  stamp?: (place: Place) => EventSubjects;
};

const isPlace = <Place extends object>(standing: TenantStanding<Place>): standing is Place =>
  typeof standing !== "string";

/**
 * One access for each permission of a tenant's table, and the place that a standing is which one of them has allowed.
 */
export function accessesOf<Target, Place extends object, Permission extends string>({
  permissions,
  may,
  stamp,
  ...tenant
}: Tenant<Target, Place, Permission>) {
  const accessFor = (permission: Permission): Access<Target, TenantStanding<Place>> => ({
    ...tenant,
    name: `${tenant.name}.${permission}`,
    rule: (found) =>
      found === "anonymous" ? refuse("not_signed_in") : may(permission, isPlace(found) ? found : null),
    ...(stamp && { stamp: (found) => (isPlace(found) ? stamp(found) : {}) }),
  });
  const accesses = Object.fromEntries(
    permissions.map((permission) => [permission, accessFor(permission)]),
    // Every permission of the list has been given its access.
  ) as Record<Permission, Access<Target, TenantStanding<Place>>>;

  function placeOf(found: TenantStanding<Place>): Place {
    if (!isPlace(found)) throw new Error(`the rule of ${tenant.name} let ${found} in`);
    return found;
  }
  return { accesses, placeOf };
}
