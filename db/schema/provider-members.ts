import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { SealedKey } from "@/lib/crypto/types";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { providerMemberStatuses, providerRoles } from "@/lib/domain/provider/member";
import { moment } from "./columns";
import { listedBy, onceEach, personColumns, stepDates } from "./members";
import { providers } from "./providers";

/** A person in a provider's team. Invited by address; gains an account on acceptance, a key on confirmation. */
export const providerMembers = pgTable(
  "provider_members",
  {
    id: uuid().$type<ProviderMemberId>().primaryKey().defaultRandom(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    ...personColumns(),
    role: text({ enum: providerRoles }).notNull(),
    status: text({ enum: providerMemberStatuses }).notNull(),
    /** The provider key, sealed to this member's public key. */
    providerKeyForMember: text().$type<SealedKey>(),
    /** When their access ends by itself: judged at every act, so nothing has to run for it. */
    accessEndsAt: moment(),
    ...stepDates(),
  },
  (member) => [
    ...onceEach("provider_members", member.providerId, member),
    index("provider_members_of_user").on(member.userId),
    index("provider_members_by_address").on(member.providerId, member.address),
    ...listedBy("provider_members", member.providerId, member, [member.invitedAt, member.accessEndsAt]),
    check(
      "provider_members_states",
      sql`(${member.status} = 'invited' and ${member.email} is not null and ${member.userId} is null and ${member.providerKeyForMember} is null)
        or (${member.status} = 'accepted' and ${member.email} is null and ${member.userId} is not null and ${member.providerKeyForMember} is null)
        or (${member.status} = 'confirmed' and ${member.email} is null and ${member.userId} is not null and ${member.providerKeyForMember} is not null)`,
    ),
  ],
);
