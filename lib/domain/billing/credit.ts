import { z } from "zod";

/** Why the credit of a provider changed. */
export const creditReasons = ["given", "used", "given_back"] as const;

/** What an administrator gives at once, in cents. A higher amount is a typing mistake. */
export const CreditCents = z.int().min(1).max(100_000_000);
