import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SeatTotal } from "@/components/clients/clients";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { languageOf, type RegionalLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

const total: SeatTotal = { plan: "teams_monthly", minimum: 10, assigned: 8, discount: 0 };

const shown = (
  locale: RegionalLocale,
  change: number,
  { assigned = total.assigned, discount = 0 as number | null } = {},
) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messagesOf[languageOf(locale)]}>
      <SeatForecast total={{ ...total, assigned, discount }} change={change} mayPurchase />
    </NextIntlClientProvider>,
  );

test("seats beyond the minimum are told as what will be bought, with the price", () => {
  expect(shown("en-US", 96)).toContain("94 additional Teams seats will be purchased: $376.00 more a month.");
  expect(shown("en-GB", 96)).toContain(
    "94 additional Teams seats will be purchased: US$376.00 more a month.",
  );
  expect(shown("fr-FR", 3)).toMatch(
    /1 siège Teams supplémentaire sera acheté\u00a0: 4,00.\$US de plus par mois\./u,
  );
});

test("and those given back as well", () => {
  expect(shown("en-US", -4, { assigned: 13 })).toContain(
    "3 purchased seats will be given back: $12.00 less a month.",
  );
  expect(shown("en-US", 1)).not.toContain("$");
});

test("a price is after the discount, and nobody is told one without it", () => {
  expect(shown("en-US", 3, { discount: 5 })).toContain("will be purchased: $3.80 more a month.");
  expect(shown("en-US", 3, { discount: null })).toContain("1 additional Teams seat will be purchased.");
  expect(shown("en-US", -4, { assigned: 13, discount: null })).toContain(
    "3 purchased seats will be given back.",
  );
  expect(shown("fr-FR", -4, { assigned: 13, discount: null })).not.toContain("$");
});
