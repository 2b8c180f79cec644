import { collectionPermissions } from "@/lib/domain/collection/permission";
import { type CustomPermission, customPermissions } from "@/lib/domain/organization/permissions";

/** A custom role for each permission that it can be given, with this one alone. */
type CustomName = `custom: ${CustomPermission}`;
const customNames = customPermissions.map((permission): CustomName => `custom: ${permission}`);

/**
 * The kinds of actor, and who is of each. All are looked at from one client of one provider: "other" is whoever
 * belongs elsewhere, and the provider's people are inside the client, on a visit, but for one who is `outside`.
 * Members are called like what they may do in the one collection that they were given.
 */
export const kinds = {
  anonymous: ["anonymous"],
  "owner of another tenant": ["other owner"],
  "admin of another provider": ["other provider"],
  "service user outside": ["outside"],
  "service user": ["service user"],
  "provider admin": ["provider admin"],
  owner: ["owner"],
  admin: ["admin"],
  custom: customNames,
  viewer: ["view", "view_hidden"],
  editor: ["edit", "edit_hidden"],
  manager: ["manage"],
  invited: ["invited"],
  accepted: ["accepted"],
  revoked: ["revoked"],
  "organization API key": ["key"],
} as const;

export type ActorName = (typeof kinds)[keyof typeof kinds][number];
export const actorNames: readonly ActorName[] = Object.values(kinds).flat();

/**
 * Whoever acts for the instance itself. Where none of the kinds is let in, one of these is, so that the input is known
 * to be good.
 */
export type InstanceName = "administrator" | "operator";

/** Actors that a table names together. */
export const together = {
  /** The provider's people on a visit. */
  visitors: ["service user", "provider admin"],
  /** The provider's people, wherever they are. */
  staff: ["outside", "service user", "provider admin"],
  /** Confirmed members whose role opens nothing by itself. */
  given: collectionPermissions,
  customs: customNames,
} as const satisfies Record<string, readonly ActorName[]>;

export type Who = ActorName | keyof typeof together;

export const namesOf = (who: Who): readonly ActorName[] =>
  who in together ? together[who as keyof typeof together] : [who as ActorName];
