import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import {
  isConfirmedOwner,
  mayStopBeingOwner,
  type OrganizationMemberStatus,
  type OrganizationRole,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";
import { mayAnswerProvider } from "@/lib/domain/organization/provider-place";

/** An owner as the rules look at them who say which owners count. */
type Owner = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  placeIsProviders: boolean;
  letInByProvider: boolean;
};

/** Whether a row is of an owner of the client's own. They count unless they have joined the provider's team. */
export const isOwnersOwn = (member: Owner): boolean =>
  isConfirmedOwner(member) && !member.placeIsProviders && !member.letInByProvider;

/** How many are confirmed, and how many of them own and count. */
export type ConfirmedOwners = { owners: number; counting: number };

/** What is left once those who count, or not, are owners no more. */
export const ownersWithout = (
  { owners, counting }: ConfirmedOwners,
  gone: readonly (Owner & { counts: boolean })[],
): ConfirmedOwners => ({
  owners: owners - gone.filter(isConfirmedOwner).length,
  counting: counting - gone.filter(({ counts }) => counts).length,
});

type Ceasing = Owner & {
  /** Whether they count now. */
  counts: boolean;
  isYou: boolean;
};

/**
 * Whether somebody stops being an owner. One confirmed owner stays, and one who counts: nobody else could make another
 * count. Counted under the organization's lock.
 *
 * @param vouchable the owners for whom the one who leaves could vouch first.
 */
export function mayStopOwning(
  target: Ceasing,
  { owners, counting }: ConfirmedOwners,
  vouchable: readonly string[] = [],
): Decision {
  const others = counting - Number(target.counts);
  if (!isOwnersOwn(target) || others > 0) return mayStopBeingOwner(target, owners);
  const names = vouchable.length > 0 ? vouchable.join(", ") : "none";
  return all(
    mayStopBeingOwner(target, owners),
    target.isYou ? refuse("vouch_first", { names }) : refuse("last_counting_owner"),
  );
}

type Vouched = Owner & { isProviders: boolean };

/** Whether somebody vouches for an owner whom the provider has let in. An owner of its team counts all the same not. */
export function mayVouchFor(standing: OrganizationStanding, { isProviders, ...owner }: Vouched): Decision {
  const waits = isConfirmedOwner(owner) && owner.letInByProvider && !owner.placeIsProviders && !isProviders;
  return all(mayAnswerProvider(standing), waits ? allow : refuse("nothing_to_vouch_for"));
}
