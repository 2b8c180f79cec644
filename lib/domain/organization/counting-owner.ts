import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import type { UserId } from "@/lib/domain/ids";
import {
  isConfirmedOwner,
  mayStopBeingOwner,
  type OrganizationMemberStatus,
  type OrganizationRole,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";
import { mayAnswerProvider } from "@/lib/domain/organization/provider-place";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";

/** An owner as the rules look at them who say which owners count. */
type Owner = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  placeIsProviders: boolean;
  letInByProvider: boolean;
};

type Kept = Owner & { userId: UserId | null };

/** Whether a row is of an owner of the client's own. They count unless they have joined the provider's team. */
export const isOwnersOwn = (member: Owner): boolean =>
  isConfirmedOwner(member) && !member.placeIsProviders && !member.letInByProvider;

/**
 * Whether a row is of an owner of the client's own who has accepted and is not confirmed, or not any more: once somebody
 * confirms or restores them, they count.
 */
export const isAwaitedOwner = ({ role, status, userId, placeIsProviders, letInByProvider }: Kept): boolean =>
  role === "owner" &&
  userId !== null &&
  (status === "accepted" || status === "revoked") &&
  !placeIsProviders &&
  !letInByProvider;

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

type Ceasing = Kept & {
  /** Whether they count now. */
  counts: boolean;
  isYou: boolean;
};

/**
 * Whether somebody stops being an owner. One confirmed owner stays, and one who counts: nobody else could make another
 * count. Where nobody counts yet, or any more, whoever would count stays too. Counted under the organization's lock.
 *
 * @param vouchable the owners for whom the one who leaves could vouch first.
 */
export function mayStopOwning(
  target: Ceasing,
  { owners, counting }: ConfirmedOwners,
  vouchable: readonly string[] = [],
): Decision {
  const others = counting - Number(target.counts);
  const isKept = isOwnersOwn(target) || isAwaitedOwner(target);
  if (!isKept || others > 0) return mayStopBeingOwner(target, owners);
  const names = vouchable.length > 0 ? vouchable.join(", ") : "none";
  return all(
    mayStopBeingOwner(target, owners),
    target.isYou ? refuse("vouch_first", { names }) : refuse("last_counting_owner"),
  );
}

type Vouched = Owner & { isProviders: boolean };

/** Whether somebody vouches for an owner whom the provider has let in. An owner who is of its team does not count even then. */
export function mayVouchFor(standing: OrganizationStanding, { isProviders, ...owner }: Vouched): Decision {
  const waits = isConfirmedOwner(owner) && owner.letInByProvider && !owner.placeIsProviders && !isProviders;
  return all(mayAnswerProvider(standing), waits ? allow : refuse("nothing_to_vouch_for"));
}

/** Whether an owner deletes the organization with everything in it. Where somebody counts, only those who count do. */
export const mayDeleteAll = (
  standing: NonNullable<OrganizationStanding>,
  countingOwners: number,
): Decision => (countingOwners > 0 && isOnProvidersSide(standing) ? refuse("approver_of_provider") : allow);
