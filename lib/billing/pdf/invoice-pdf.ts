import "server-only";
import { type Words, wordsOf } from "@/lib/billing/pdf/invoice-words";
import { left, type Paper, right, startPaper } from "@/lib/billing/pdf/paper";
import type { Line } from "@/lib/domain/billing/bill";
import type { BilledTo, Issuer, shownStatus } from "@/lib/domain/billing/invoice";
import type { Month } from "@/lib/domain/billing/month";
import { planFacts } from "@/lib/domain/organization/plans";
import type { RegionalLocale } from "@/lib/i18n/locales";

export type InvoiceOnPaper = {
  number: string;
  month: Month;
  issuedAt: Date;
  dueAt: Date;
  currency: string;
  discountPercent: number;
  totalCents: number;
  status: ReturnType<typeof shownStatus>;
  billedTo: BilledTo;
  issuer: Issuer;
  lines: Line[];
};

/** Where columns of numbers end. */
const [quantityEnd, unitEnd] = [right - 160, right - 84];

/** An invoice as a PDF, in one language and with the numbers of one region. Names may be of any script. */
export async function invoicePdf(invoice: InvoiceOnPaper, locale: RegionalLocale): Promise<Uint8Array> {
  const words = wordsOf(locale, invoice.currency);
  const { t } = words;
  const title = `${t("pdf.title")} ${invoice.number}`;
  const paper = await startPaper(title, invoice.issuer.lines[0] ?? "");
  await writeHead(paper, invoice, words);
  await writeLines(paper, invoice, words);
  if (invoice.issuer.howToPay) await writeBlock(paper, t("pdf.howToPay"), invoice.issuer.howToPay);
  return paper.finish((page, pages) => `${title} · ${t("pdf.page", { page, pages })}`);
}

async function writeHead(paper: Paper, invoice: InvoiceOnPaper, { t, day, month, country }: Words) {
  const { billedTo, issuer } = invoice;
  await paper.write(t("pdf.title"), { x: left, size: 22, weight: "strong" });
  paper.down(34);
  const facts = [
    [t("pdf.number"), invoice.number],
    [t("pdf.month"), month(invoice.month)],
    [t("pdf.issued"), day(invoice.issuedAt)],
    [t("pdf.due"), day(invoice.dueAt)],
    [t("pdf.status"), t(`history.statuses.${invoice.status}`)],
  ] as const;
  for (const [name, value] of facts) {
    await paper.write(name, { x: left, isMuted: true });
    await paper.write(value, { x: left + 130 });
    paper.down(15);
  }
  paper.down(14);

  const half = (right - left) / 2;
  const to = [
    billedTo.businessName ?? billedTo.name,
    ...(billedTo.businessName && billedTo.businessName !== billedTo.name ? [billedTo.name] : []),
    ...billedTo.address,
    ...(billedTo.country ? [country(billedTo.country)] : []),
    billedTo.email,
    ...(billedTo.taxNumber ? [t("pdf.taxNumber", { number: billedTo.taxNumber })] : []),
  ];
  const columns = await Promise.all(
    [issuer.lines, to].map(async (lines) =>
      (await Promise.all(lines.map((line) => paper.wrapped(line, half - 20)))).flat(),
    ),
  );
  await paper.write(t("pdf.from"), { x: left, isMuted: true });
  await paper.write(t("pdf.to"), { x: left + half, isMuted: true });
  for (let row = 0; row < Math.max(...columns.map((lines) => lines.length)); row++) {
    paper.down(14);
    const weight = row === 0 ? "strong" : "book";
    for (const [column, lines] of columns.entries())
      await paper.write(lines[row] ?? "", { x: left + column * half, weight });
  }
  paper.down(36);
}

async function writeLines(paper: Paper, invoice: InvoiceOnPaper, words: Words) {
  const { t, money, number } = words;
  const heading = async () => {
    const style = { size: 8.5, isMuted: true };
    await paper.write(t("pdf.line"), { x: left, ...style });
    await paper.write(t("pdf.quantity"), { x: quantityEnd, isAtEnd: true, ...style });
    await paper.write(t("pdf.unit"), { x: unitEnd, isAtEnd: true, ...style });
    await paper.write(t("pdf.amount"), { x: right, isAtEnd: true, ...style });
    paper.down(7);
    paper.rule();
    paper.down(16);
  };
  await heading();
  for (const line of invoice.lines) {
    const text = await paper.wrapped(textOf(line, invoice.discountPercent, words), quantityEnd - left - 52);
    if (paper.needs(13 * text.length + 7)) await heading();
    if (line.quantity !== null) await paper.write(number(line.quantity), { x: quantityEnd, isAtEnd: true });
    if (line.unitCents !== null) await paper.write(money(line.unitCents), { x: unitEnd, isAtEnd: true });
    await paper.write(money(line.cents), { x: right, isAtEnd: true });
    for (const part of text) {
      await paper.write(part, { x: left });
      paper.down(13);
    }
    paper.down(4);
  }
  paper.needs(60);
  paper.rule();
  paper.down(20);
  await paper.write(t("pdf.total"), { x: left, size: 12, weight: "strong" });
  await paper.write(money(invoice.totalCents), { x: right, isAtEnd: true, size: 12, weight: "strong" });
  paper.down(40);
}

const textOf = ({ kind, plan, since }: Line, discountPercent: number, { t, day, percent }: Words) =>
  t(`lines.${kind}`, {
    plan: plan ? t(`plans.${planFacts[plan].tier}`) : "",
    date: since ? day(since) : "",
    percent: percent(discountPercent),
  });

async function writeBlock(paper: Paper, title: string, text: string) {
  const lines = await paper.wrapped(text, right - left);
  paper.needs(14 * (lines.length + 1));
  await paper.write(title, { x: left, isMuted: true });
  for (const line of lines) {
    paper.down(14);
    await paper.write(line, { x: left });
  }
}
