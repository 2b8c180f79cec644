import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { accountForApps } from "@/lib/operations/item/internal/account-for-apps";
import type { membershipsOf } from "@/lib/operations/item/internal/memberships-of";

type Memberships = Awaited<ReturnType<typeof membershipsOf>>;
export type ProfileForApps = Awaited<ReturnType<typeof profileForApps>>;

/**
 * What apps show of the actor themselves: their account, the enabled organizations that they are confirmed in, each with
 * its key sealed to them, and what is their providers'. One statement beside the memberships.
 */
export const profileForApps = async (tx: Tx, actor: Actor, memberships: Memberships, now: Date) => ({
  ...(await accountForApps(tx, actor, now)),
  organizations: organizationsAmong(memberships),
});

/** The three parts of memberships are in one order. Whoever waits to be confirmed has no key yet. */
const organizationsAmong = ({ shown, judged, told }: Memberships) =>
  shown.flatMap(({ organizationId, name, organizationKeyForMember }, i) => {
    const [standing, more] = [judged[i]?.standing, told[i]];
    return standing && more && organizationKeyForMember
      ? [{ ...more, organizationId, name, organizationKeyForMember, standing }]
      : [];
  });
