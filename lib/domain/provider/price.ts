import { type Plan, planFacts } from "@/lib/domain/organization/plans";

/**
 * What seats of a plan cost in a month, in cents of US dollars.
 *
 * @param discount in percent of the price.
 */
export const monthlyCents = (plan: Plan, seats: number, discount: number): number =>
  Math.round((planFacts[plan].monthlyPrice * 100 * seats * (100 - discount)) / 100);
