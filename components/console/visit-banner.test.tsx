import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { VisitBanner } from "@/components/console/visit-banner";
import { languageOf, type RegionalLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

vi.mock("@/components/console/leave-client", () => ({ LeaveClient: () => null }));

afterEach(() => {
  vi.useRealTimers();
});

/** The banner at 23:30 on 26 November 2026, of a visit since `since`. */
function bannerOf(locale: RegionalLocale, since: string, opensItems = true): string {
  vi.useFakeTimers({ now: new Date("2026-11-26T23:30:00Z") });
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messagesOf[languageOf(locale)]}>
      <VisitBanner
        organizationId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"
        provider="My Provider"
        since={new Date(since)}
        opensItems={opensItems}
        leave={async () => ({ ok: true, result: null }) as never}
      />
    </NextIntlClientProvider>,
  );
}

test("a visit of today names its time, as the person's region writes it", () => {
  expect(bannerOf("en-GB", "2026-11-26T22:52:00Z")).toContain("since 22:52 ·");
  expect(bannerOf("en-US", "2026-11-26T22:52:00Z")).toMatch(/since 10:52.PM ·/u);
  expect(bannerOf("fr-FR", "2026-11-26T22:52:00Z")).toContain("depuis 22:52 ·");
});

test("a visit of another day names the day too", () => {
  expect(bannerOf("en-GB", "2026-11-25T22:52:00Z")).toContain("since 25 Nov 2026, 22:52 ·");
  expect(bannerOf("fr-FR", "2026-11-25T22:52:00Z")).toContain("depuis le 25 nov. 2026 à 22:52 ·");
});

test("a visit without items says so", () => {
  const since = "2026-11-26T22:52:00Z";
  expect(bannerOf("en-GB", since, false)).toContain("· without items ·");
  expect(bannerOf("en-GB", since)).not.toContain("without items");
});
