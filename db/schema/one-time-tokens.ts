import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { OrganizationMemberId, ProviderId, ProviderMemberId, TokenId, UserId } from "@/lib/domain/ids";
import { tokenPurposes } from "@/lib/domain/token";
import { moment } from "./columns";
import { organizationMembers } from "./organization-members";
import { providerMembers } from "./provider-members";
import { providers } from "./providers";
import { users } from "./users";

/** A link that works once. Only the SHA-256 of its secret is kept, so the table opens nothing. */
export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    id: uuid().$type<TokenId>().primaryKey().defaultRandom(),
    hash: text().notNull().unique(),
    purpose: text({ enum: tokenPurposes }).notNull(),
    /** Whom the link was sent to; null for the link printed at first start. */
    email: text(),
    providerId: uuid()
      .$type<ProviderId>()
      .references(() => providers.id, { onDelete: "cascade" }),
    providerMemberId: uuid()
      .$type<ProviderMemberId>()
      .references(() => providerMembers.id, { onDelete: "cascade" }),
    organizationMemberId: uuid()
      .$type<OrganizationMemberId>()
      .references(() => organizationMembers.id, { onDelete: "cascade" }),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    /** When a newer link for the same purpose replaced it. */
    replacedAt: moment(),
  },
  (token) => [
    index("one_time_tokens_of_provider").on(token.providerId),
    index("one_time_tokens_of_provider_member").on(token.providerMemberId),
    index("one_time_tokens_of_organization_member").on(token.organizationMemberId),
    index("one_time_tokens_by_email").on(token.email, token.purpose),
    check(
      "one_time_tokens_have_their_subject",
      sql`(${token.purpose} = 'instance_set_up' and num_nonnulls(${token.providerId}, ${token.providerMemberId}, ${token.organizationMemberId}, ${token.userId}) = 0)
        or (${token.purpose} in ('administrator', 'registration') and ${token.email} is not null)
        or (${token.purpose} = 'provider_set_up' and ${token.providerId} is not null and ${token.email} is not null)
        or (${token.purpose} = 'provider_member' and ${token.providerMemberId} is not null and ${token.email} is not null)
        or (${token.purpose} = 'organization_member' and ${token.organizationMemberId} is not null and ${token.email} is not null)
        or (${token.purpose} = 'provider_deletion' and ${token.providerId} is not null and ${token.userId} is not null and ${token.email} is not null)
        or (${token.purpose} = 'email_verification' and ${token.userId} is not null and ${token.email} is not null)`,
    ),
  ],
);
