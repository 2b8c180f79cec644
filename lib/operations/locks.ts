import "server-only";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";

/**
 * The lock of something that a command changes or counts as a whole: who administers the instance, its invoices, an account's
 * log-in, a provider's team, the seats of its plans, an organization's members and seats. The kernel takes the
 * locks before it reads who acts. So the facts that a rule has judged do not change before the commit.
 */
export type Lock =
  | { whole: "instance" }
  | { whole: "billing" }
  | { whole: "account"; id: UserId }
  | { whole: "team"; id: ProviderId; takes?: "authority" }
  | { whole: "plans"; id: ProviderId }
  | { whole: "organization"; id: OrganizationId; takes?: "authority" };

export const invoicesOfAll: Lock = { whole: "billing" };
export const team = (id: ProviderId): Lock => ({ whole: "team", id });
export const seatsOf = (id: ProviderId): Lock => ({ whole: "plans", id });
export const organization = (id: OrganizationId): Lock => ({ whole: "organization", id });
export const account = (id: UserId): Lock => ({ whole: "account", id });

/** The actor's own account. Of nobody who is signed in, none. */
export function ownAccount(actor: Actor): Lock[] {
  const userId = userIdOf(actor);
  return userId ? [account(userId)] : [];
}
