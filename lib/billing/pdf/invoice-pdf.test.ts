import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { type InvoiceOnPaper, invoicePdf } from "@/lib/billing/pdf/invoice-pdf";
import { Month } from "@/lib/domain/billing/month";

const seats = { plan: "teams_monthly" as const, quantity: 75, unitCents: 400 };
const invoice: InvoiceOnPaper = {
  number: "2026-0001",
  month: Month.parse("2026-10"),
  issuedAt: new Date("2026-11-01T06:00:00Z"),
  dueAt: new Date("2026-12-01T06:00:00Z"),
  currency: "USD",
  discountPercent: 5,
  totalCents: 28_500,
  status: "open",
  billedTo: {
    name: "École Montclair",
    businessName: null,
    email: "billing@provider.example",
    address: ["12, rue de la Gare", "1611 Luxembourg"],
    country: "LU",
    taxNumber: "LU12345678",
  },
  issuer: { lines: ["Trousseau", "Luxembourg"], howToPay: "LU28 0019 4006 4475 0000" },
  lines: [
    { kind: "month", ...seats, since: new Date("2026-10-01T00:00:00Z"), cents: 30_000 },
    { kind: "discount", plan: null, quantity: null, unitCents: null, since: null, cents: -1500 },
  ],
};
const named = (name: string) => ({ ...invoice, billedTo: { ...invoice.billedTo, name } });

/** The typefaces in a file, by the names in it. */
async function typefacesIn(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes);
  const names = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object.lookupMaybe(PDFName.of("FontName"), PDFName)?.decodeText()] : [],
    );
  return [...new Set(names.flatMap((name) => name?.replace(/-\d+$/, "") ?? []))].sort();
}

test.each(["en", "fr"] as const)("an invoice is one page that says what it is, in %s", async (locale) => {
  const document = await PDFDocument.load(await invoicePdf(invoice, locale));
  expect(document.getPageCount()).toBe(1);
  expect(document.getTitle()).toBe(`${locale === "en" ? "Invoice" : "Facture"} 2026-0001`);
});

test("many changes take several pages", async () => {
  const line = { kind: "debit" as const, ...seats, since: new Date("2026-10-02T00:00:00Z"), cents: 1 };
  const lines = Array.from({ length: 120 }, () => line);
  const document = await PDFDocument.load(await invoicePdf({ ...invoice, lines }, "en"));
  expect(document.getPageCount()).toBe(4);
});

test.each(["北京安全公司", "हिन्दी कंपनी", "ไทย 한국", "🙂"])(
  "a name such as %s is drawn too",
  async (name) => {
    expect((await typefacesIn(await invoicePdf(named(name), "en"))).join()).toMatch(/unifont/i);
  },
);

test.each(["Łódź Ελλάς Жук", "مرحبا بالعالم", "שלום"])("%s needs no second typeface", async (name) => {
  const bytes = await invoicePdf(named(name), "fr");
  expect((await typefacesIn(bytes)).join()).not.toMatch(/unifont/i);
  expect(bytes.length).toBeLessThan(200_000);
});

test("a name without a space is parted where the paper ends", async () => {
  const document = await PDFDocument.load(await invoicePdf(named("W".repeat(50)), "en"));
  expect(document.getPageCount()).toBe(1);
});
