import { csvOf } from "@/lib/domain/csv";
import type { Plan } from "@/lib/domain/organization/plans";

type Client = {
  organizationId: string | null;
  clientName: string | null;
  plan: Plan;
  assigned: number;
  used: number;
  estimatedCents: number;
};

type Invoice = { number: string; issuedAt: Date; currency: string; clients: readonly Client[] };

/** Scripts read these: they are the same in every language. */
const columns = ["Client", "Id", "Assigned", "Used", "Remaining", "Plan", "Estimated total"];
const planNames: Record<Plan, string> = { teams_monthly: "Teams", enterprise_monthly: "Enterprise" };

/** The clients of an invoice as a file, with a row for the seats of a plan that no client has. Product F-65. */
export function clientsCsv({ clients, currency }: Invoice): string {
  const money = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const rows = clients.map(({ clientName, organizationId, assigned, used, plan, estimatedCents }) => [
    clientName ?? "Unassigned seats",
    organizationId,
    assigned,
    used,
    assigned - used,
    planNames[plan],
    money.format(estimatedCents / 100),
  ]);
  return csvOf([columns, ...rows]);
}

/** `provider-billing-history_20261101_2026-0001.csv` */
export const clientsFileName = ({ number, issuedAt }: Pick<Invoice, "number" | "issuedAt">): string =>
  `provider-billing-history_${issuedAt.toISOString().slice(0, 10).replaceAll("-", "")}_${number}.csv`;
