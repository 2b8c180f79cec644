import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { creditReasons } from "@/lib/domain/billing/credit";
import type { InvoiceId, ProviderId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";

/** What providers have with us: the sum of their rows. Never changed; a mistake is put right by a further row. */
export const accountCredits = pgTable(
  "account_credits",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    providerId: uuid().$type<ProviderId>().notNull(),
    at: moment().notNull(),
    /** Negative where it was used up. */
    cents: bigint({ mode: "number" }).notNull(),
    reason: text({ enum: creditReasons }).notNull(),
    /** The invoice that it was used for, or that was made void. */
    invoiceId: uuid().$type<InvoiceId>(),
    /** Null where no person acted. */
    actorId: uuid().$type<UserId>(),
  },
  (credit) => [index("account_credits_of_provider").on(credit.providerId)],
);
