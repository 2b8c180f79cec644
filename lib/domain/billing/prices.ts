import type { Plan } from "@/lib/domain/organization/plans";

/** What all prices and invoices of an instance are in. ISO 4217. */
export const currency = "USD";

/** What a seat costs a provider for a month, in cents. Protocol chapter 7.8. */
export const monthlyCents: Record<Plan, number> = { teams_monthly: 400, enterprise_monthly: 600 };
