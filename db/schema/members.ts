import { index, type PgColumn, text, unique, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "@/lib/domain/ids";
import { dates, moment, sortText } from "./columns";
import { users } from "./users";

/**
 * What the row of a person keeps who is invited, accepts and is confirmed, in a provider's team as in an organization.
 */
export const personColumns = () => ({
  userId: uuid()
    .$type<UserId>()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Only while invited (or staged); afterwards the account's own address counts. */
  email: text(),
  /**
   * Copies of the account's name, address and sort key, or of the invitation's: the database keeps them (decision 39).
   */
  name: text(),
  address: text().notNull().default(""),
  sortName: sortText().notNull().default(""),
});

/** When each of the three steps was taken. */
export const stepDates = () => ({
  invitedAt: moment(),
  acceptedAt: moment(),
  confirmedAt: moment(),
  ...dates(),
});

type Member = Record<
  "id" | "userId" | "email" | "name" | "address" | "sortName" | "role" | "status",
  PgColumn
>;

/** Nobody is in one tenant twice, by their account or by their address. */
export const onceEach = (table: string, tenant: PgColumn, member: Member) => [
  unique(`${table}_email_once`).on(tenant, member.email),
  unique(`${table}_user_once`).on(tenant, member.userId),
];

/**
 * One index for each order in which members are listed, with and without a status, holding whatever the list shows.
 *
 * @param more what a list shows beside the columns that every member has.
 */
export function listedBy(table: string, tenant: PgColumn, member: Member, more: readonly PgColumn[] = []) {
  const { id, sortName, role, status, name, address, userId } = member;
  const shown = [name, address, userId, ...more] as const;
  return [
    index(`${table}_by_name`).on(tenant, sortName, id, role, status, ...shown),
    index(`${table}_by_role`).on(tenant, role, sortName, id, status, ...shown),
    index(`${table}_by_status`).on(tenant, status, sortName, id, role, ...shown),
    index(`${table}_by_status_and_role`).on(tenant, status, role, sortName, id, ...shown),
  ];
}
