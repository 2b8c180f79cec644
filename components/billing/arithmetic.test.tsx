import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { InvoiceLines } from "@/components/billing/invoice-lines";
import { PlanLines } from "@/components/billing/plan-lines";
import { SeatsInUse } from "@/components/billing/seats-in-use";
import type { Subscription } from "@/components/billing/subscription";
import { billOf } from "@/lib/domain/billing/bill";
import { discountOn } from "@/lib/domain/billing/discount";
import { Month, spanOf } from "@/lib/domain/billing/month";
import { monthlyCents } from "@/lib/domain/billing/prices";
import { planFacts } from "@/lib/domain/organization/plans";
import { billedSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";
import { languageOf, type RegionalLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

/** The texts of what is shown, one after the other. */
function textsOf(element: ReactNode, locale: RegionalLocale = "en-US"): string[] {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messagesOf[languageOf(locale)]}>
      {element}
    </NextIntlClientProvider>,
  );
  return markup.split(/<[^>]*>/u).filter((text) => text.trim() !== "");
}

/** Every amount among the texts, in cents. */
const centsIn = (texts: readonly string[]): number[] =>
  texts
    .filter((text) => /^−?\$[\d,]+\.\d\d$/.test(text))
    .map((text) => Math.round(Number(text.replace("−", "-").replace(/[$,]/g, "")) * 100));

const october = spanOf(Month.parse("2026-10"));
const teams = "teams_monthly" as const;

describe("the lines of an invoice", () => {
  const bill = billOf({
    span: october,
    openings: [{ plan: teams, seats: { minimum: 10, assigned: 8 }, cents: monthlyCents[teams] }],
    entries: [
      { at: new Date("2026-10-11T09:30:00Z"), plan: teams, isCommitment: false, change: 7, cents: 400 },
    ],
    discountPercent: 15,
    accountCredit: 500,
  });
  const lines = (locale?: RegionalLocale) =>
    textsOf(<InvoiceLines lines={bill.lines} discountPercent={15} total={bill.totalCents} />, locale);

  test("sum to the total that stands below them", () => {
    const amounts = centsIn(lines());
    // Beside a line of seats stands what one of them costs; it is no amount of its own.
    const [total] = amounts.slice(-1);
    const shown = bill.lines.map(({ cents }) => cents);
    expect(amounts.slice(0, -1)).toEqual(shown);
    expect(shown.reduce((sum, cents) => sum + cents, 0)).toBe(total);
    expect(total).toBe(bill.totalCents);
  });

  test("say how they come to it, in the reader's language", () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        "Teams, whole month",
        "10 × $4.00",
        "Teams, unused time from Oct 11, 2026",
        "15 × $4.00",
        "Teams, remaining time from Oct 11, 2026",
        "Discount 15%",
        "Account credit",
      ]),
    );
    expect(lines("fr-FR").join(" ")).toMatch(/40,00.\$US/u);
  });

  test("are none where nothing is billed", () => {
    const texts = textsOf(<InvoiceLines lines={[]} discountPercent={0} total={0} />);
    expect(texts).toEqual(["Nothing is billed so far."]);
  });
});

/** What the query answers of such seats, as far as these components show it. */
function subscriptionOf(seats: { minimum: number; assigned: number }, discountPercent: number): Subscription {
  const billed = billedSeats(seats);
  const subtotalCents = billed * monthlyCents[teams];
  const discountCents = discountOn(subtotalCents, discountPercent);
  const line = {
    ...seats,
    plan: teams,
    tier: planFacts[teams].tier,
    purchased: purchasedSeats(seats),
    unassigned: unassignedSeats(seats),
    billed,
    monthlyCents: monthlyCents[teams],
    costCents: subtotalCents,
  };
  const sums = { discountPercent, subtotalCents, discountCents, totalCents: subtotalCents - discountCents };
  return { plans: [line], ...sums } as Subscription;
}

describe("what a month costs", () => {
  test.each([
    { minimum: 75, assigned: 62, discount: 0, seats: [75, 0, 75], cents: [400, 30_000, 30_000] },
    { minimum: 75, assigned: 80, discount: 0, seats: [75, 5, 80], cents: [400, 32_000, 32_000] },
    {
      ...{ minimum: 75, assigned: 80, discount: 15, seats: [75, 5, 80] },
      cents: [400, 32_000, 32_000, -4800, 27_200],
    },
  ])("$assigned of $minimum seats with $discount percent off", ({ minimum, assigned, ...row }) => {
    const subscription = subscriptionOf({ minimum, assigned }, row.discount);
    const texts = textsOf(<PlanLines subscription={subscription} />);
    expect(texts.filter((text) => /^\d+$/.test(text)).map(Number)).toEqual(row.seats);
    expect(centsIn(texts)).toEqual(row.cents);
  });
});

describe("the seats in use", () => {
  test.each([
    { minimum: 75, assigned: 62, says: ["62 / 75", "62", "0", "13"] },
    { minimum: 75, assigned: 80, says: ["80 / 80", "75", "5", "0"] },
    { minimum: 0, assigned: 0, says: ["0 / 0", "0", "0", "0"] },
  ])("$assigned of $minimum: the parts sum to what is billed", ({ says, ...seats }) => {
    const { plans } = subscriptionOf(seats, 0);
    const numbers = textsOf(<SeatsInUse plans={plans} />).filter((text) => /^[\d /]+$/.test(text));
    expect(numbers).toEqual(says);
    const parts = says.slice(1).map(Number);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(billedSeats(seats));
  });
});
