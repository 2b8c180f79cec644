import "server-only";
import { z } from "zod";
import { hasToldKey } from "@/lib/domain/rotation/told-key";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { profileForApps } from "@/lib/operations/item/internal/profile-for-apps";
import { readAroundFor, readVault } from "@/lib/operations/item/internal/read-vault";
import { askerOf } from "@/lib/operations/limits";
import { policiesForApps } from "@/lib/operations/policy/internal/binding-policies";
import { defineQuery } from "@/lib/operations/query";

/** How often somebody's apps can ask for all of it within ten minutes. */
export const syncsInTenMinutes = 200;

/**
 * Everything that an official app keeps of somebody's vault, sealed, and what they may do with it: the same items that
 * their browser gets. Eight statements with the count of who asks, whatever the number of organizations. Protocol chapter 5.4.
 */
export const syncForApps = defineQuery({
  name: "item.sync_for_apps",
  input: z.object({}),
  access: signedIn,
  throttle: ({ actor }) => [
    { what: "sync_for_apps", by: askerOf(actor), points: syncsInTenMinutes, seconds: 600 },
  ],
  async read({ tx, actor, now }) {
    const userId = personOf(actor);
    const policies = await policiesForApps(tx, userId);
    const around = await readAroundFor(tx, userId, policies.owners);
    const { items, entries } = await readVault(tx, userId, around);
    const profile = await profileForApps(tx, actor, around.memberships, now);
    const { keysToldAt } = profile.account;
    return {
      readAt: now,
      /** Whether the session is told a key that it has not been told before. */
      tellsKey: profile.organizations.some(({ keyRotatedAt }) => !hasToldKey(keyRotatedAt, keysToldAt)),
      profile,
      folders: around.folders,
      collections: around.collections,
      policies: policies.told,
      items,
      entries,
    };
  },
});

export type SyncForApps = Awaited<ReturnType<typeof syncForApps.read>>;
