import "server-only";
import { z } from "zod";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { membershipsOf } from "@/lib/operations/item/internal/memberships-of";
import { profileForApps } from "@/lib/operations/item/internal/profile-for-apps";
import { defineQuery } from "@/lib/operations/query";

/** What an official app keeps of the actor themselves: the part of a sync that has no items. */
export const getProfileForApps = defineQuery({
  name: "item.get_profile_for_apps",
  input: z.object({}),
  access: signedIn,
  read: async ({ tx, actor, now }) =>
    profileForApps(tx, actor, await membershipsOf(tx, personOf(actor)), now),
});
