import { z } from "zod";
import { shareOf } from "@/lib/domain/billing/cents";

/** What a provider pays less, in percent of everything. Administrators of the instance set it. */
export const DiscountPercent = z.int().min(0).max(100);

/** What is taken off an amount, in cents. */
export const discountOn = (cents: number, percent: number): number => shareOf(cents, percent, 100);

/** An amount after the discount, in cents. */
export const discounted = (cents: number, percent: number): number => cents - discountOn(cents, percent);
