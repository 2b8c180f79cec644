import { expect, test } from "vitest";
import { clientsCsv, clientsFileName } from "@/lib/domain/billing/clients-csv";

const invoice = { number: "2026-0001", issuedAt: new Date("2026-11-01T06:00:00Z"), currency: "USD" };
const client = {
  organizationId: "0197",
  clientName: "Alder & Finch Law",
  plan: "enterprise_monthly" as const,
  assigned: 200,
  used: 22,
  estimatedCents: 114_000,
};

test("the columns are those that scripts know, with a row for seats that no client has", () => {
  const unassigned = { organizationId: null, clientName: null, plan: "teams_monthly" as const };
  const clients = [client, { ...unassigned, assigned: 13, used: 0, estimatedCents: 4940 }];
  expect(
    clientsCsv({ ...invoice, clients })
      .slice(1)
      .split("\r\n"),
  ).toEqual([
    "Client,Id,Assigned,Used,Remaining,Plan,Estimated total",
    'Alder & Finch Law,0197,200,22,178,Enterprise,"$1,140.00"',
    "Unassigned seats,,13,0,13,Teams,$49.40",
    "",
  ]);
});

test("a client's name is no formula", () => {
  const named = (clientName: string) => clientsCsv({ ...invoice, clients: [{ ...client, clientName }] });
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)"]) expect(named(name)).toContain(`\r\n'${name},`);
});

test("the file is named by day and number", () => {
  expect(clientsFileName(invoice)).toBe("provider-billing-history_20261101_2026-0001.csv");
});
