import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type {
  ItemId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderMemberId,
  RotationDebtId,
  UserId,
} from "@/lib/domain/ids";
import { ciphers } from "./ciphers";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

/** Somebody who was removed and may have kept what they could read. */
export const rotationDebts = pgTable(
  "rotation_debts",
  {
    id: uuid().$type<RotationDebtId>().primaryKey().defaultRandom(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** Of the place that is gone: a member's here, or one in the team of the provider, which held the key too. */
    memberId: uuid().$type<OrganizationMemberId>(),
    providerMemberId: uuid().$type<ProviderMemberId>(),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    removedAt: moment().notNull(),
    /**
     * None of its items is written down one by one: every item that was there is owed. People of the provider's team
     * could read all of them, and of a member's place it would be too much to write down which.
     */
    isWhole: boolean().notNull().default(false),
    /** Until when they could read items, where that ended before they were removed. */
    readUntil: moment(),
    /** Which of the organization's keys they had when they were removed; null where they did not have the one of then. */
    organizationKeyId: uuid().$type<OrganizationKeyId>(),
  },
  (debt) => [
    index("rotation_debts_of_organization").on(debt.organizationId, debt.removedAt, debt.id),
    check("rotation_debts_of_one_place", sql`num_nonnulls(${debt.memberId}, ${debt.providerMemberId}) = 1`),
  ],
);

/** An item that they could read then. It is paid off when its password is changed, or when it is deleted. */
export const rotationDebtItems = pgTable(
  "rotation_debt_items",
  {
    debtId: uuid()
      .$type<RotationDebtId>()
      .notNull()
      .references(() => rotationDebts.id, { onDelete: "cascade" }),
    itemId: uuid("cipher_id")
      .$type<ItemId>()
      .notNull()
      .references(() => ciphers.id, { onDelete: "cascade" }),
  },
  (item) => [
    primaryKey({ columns: [item.debtId, item.itemId] }),
    index("rotation_debt_items_of_item").on(item.itemId),
  ],
);
