import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { languageOf, type RegionalLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

const total = { plan: "teams_monthly", minimum: 10, assigned: 8 } as const;

const shown = (locale: RegionalLocale, change: number, assigned: number = total.assigned) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messagesOf[languageOf(locale)]}>
      <SeatForecast total={{ ...total, assigned }} change={change} mayPurchase />
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
  expect(shown("en-US", -4, 13)).toContain("3 purchased seats will be given back: $12.00 less a month.");
  expect(shown("en-US", 1)).not.toContain("$");
});
