import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** How many items of their own a person can keep. Items in the trash are counted, because their rows stay. */
export const personalItems = 10_000;

/** How many of them a person can make within an hour. */
export const personalItemsAnHour = 1_000;

/** Counted under the account's lock: those that are there already, and how many are to come. */
export const mayKeepAnother = (kept: number, more = 1): Decision =>
  kept + more > personalItems ? refuse("vault_full", { limit: personalItems }) : allow;
