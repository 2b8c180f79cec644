// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InvoiceTable } from "@/components/billing/invoice-table";
import { type Subscription, SubscriptionView } from "@/components/billing/subscription";
import { Month } from "@/lib/domain/billing/month";
import { show } from "@/test/components";

const subscription = (howToPay: string | null, isPaidAsIssuerSays: boolean) =>
  ({
    ...{ status: "active", plans: [], currency: "USD", discountPercent: 0, accountCreditCents: 0 },
    ...{ subtotalCents: 0, discountCents: 0, totalCents: 0, isTaxNumberMissing: false, isPaidAsIssuerSays },
    billedTo: {
      name: "Cobalt",
      businessName: null,
      email: "b@c.example",
      address: [],
      country: null,
      taxNumber: null,
    },
    issuer: { lines: ["Trousseau"], howToPay },
    next: {
      month: Month.parse("2026-11"),
      issuedOn: new Date("2026-12-01T00:00:00Z"),
      bill: { lines: [], totalCents: 0 },
    },
  }) as unknown as Subscription;

const asked = /^Ask whoever runs this server how to pay/;

test("where nobody collects and nobody has said how to pay, it says whom to ask", () => {
  show(<SubscriptionView providerId="p" subscription={subscription(null, true)} />);
  expect(screen.getByText(asked)).toBeTruthy();
});

test.each([
  ["by transfer", true],
  [null, false],
] as const)("otherwise it does not: %s, %s", (howToPay, isPaidAsIssuerSays) => {
  show(<SubscriptionView providerId="p" subscription={subscription(howToPay, isPaidAsIssuerSays)} />);
  expect(screen.queryByText(asked)).toBeNull();
});

test.each([
  ["open", "Due by Dec 1, 2026"],
  ["overdue", "Late: it was due by Dec 1, 2026"],
  ["paid", null],
] as const)("an invoice that is %s says when it is due", (status, said) => {
  const invoice = {
    ...{ id: "i", number: "2026-0001", month: Month.parse("2026-10"), currency: "USD", totalCents: 100 },
    ...{ issuedAt: new Date("2026-11-01T12:00:00Z"), dueAt: new Date("2026-12-01T12:00:00Z"), status },
  } as never;
  show(<InvoiceTable path="/p" invoices={[invoice]} />);
  const due = [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
  expect(due).toEqual(said === null ? [] : [said]);
});
