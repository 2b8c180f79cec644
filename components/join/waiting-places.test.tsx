import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { WaitingPlaces } from "@/components/join/waiting-places";
import { OrganizationId } from "@/lib/domain/ids";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";

vi.mock("@/components/account/own-fingerprint", () => ({ OwnFingerprint: () => null }));

const place = {
  kind: "organization",
  id: OrganizationId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"),
  name: "Cobalt",
  since: null,
  state: "enabled",
  confirmers: [],
  providerName: null,
} satisfies WaitingPlace;

const shown = (locale: Locale, facts: Partial<WaitingPlace>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messagesOf[locale]}>
      <WaitingPlaces places={[{ ...place, ...facts } as WaitingPlace]} />
    </NextIntlClientProvider>,
  );

test("people who can confirm are named, else the provider, else why nobody can", () => {
  expect(shown("en", { confirmers: ["Brett Warden"] })).toContain("Brett Warden can confirm you.");
  expect(shown("en", { providerName: "My Provider" })).toContain("Your provider, My Provider, confirms you.");
  expect(shown("en", { state: "suspended" })).toContain("Nobody can confirm you while Cobalt is suspended.");
  expect(shown("en", {})).toContain("At the moment nobody can confirm you in Cobalt.");
});

test.each(locales)("where nobody can, nobody is spoken of as if they did, in %s", (locale) => {
  const compared = messagesOf[locale].join.waiting.organization;
  expect(shown(locale, { providerName: "My Provider" })).toContain(compared.slice(0, 20));
  expect(shown(locale, {})).not.toContain(compared.slice(0, 20));
});
