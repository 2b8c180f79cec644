import { createTranslator } from "next-intl";
import { currency } from "@/lib/domain/billing/prices";
import { withOrdinal } from "@/lib/i18n/first-of-month";
import { messagesOf } from "@/lib/i18n/messages";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { shownName } from "@/lib/mail/shown-name";

/** Longest address that can be somebody's: they stand where names stand, but are never cut short. */
const emailLimit = 256;

/** Longest that settings take for how invoices are paid. */
const paymentLimit = 500;

/** Longest reason that administrators give. */
const reasonLimit = 500;

/** A mail in one language, before it is given a form. */
export type Words = {
  locale: MailLocale;
  subject: string;
  title: string;
  paragraphs: string[];
  /** `before` leads to the address where it stands in plain text. */
  button: { label: string; before: string; hint: string; link: string } | null;
  note: string;
  sender: string;
};

type KindWithLink = Extract<Mail, { link: string }>["kind"];

/** What a mail says in one language. Names are made harmless here; the form escapes all of it. */
export function wordsOf(mail: Mail, locale: MailLocale): Words {
  const t = createTranslator({ locale, messages: messagesOf[locale], namespace: "mail" });
  const values = valuesOf(mail, locale);
  const say = (what: "subject" | "title" | "text" | "note") => t(`kinds.${mail.kind}.${what}`, values);
  const button = (kind: KindWithLink, link: string) => ({
    label: t(`kinds.${kind}.button`),
    before: t("beforeLink", { label: t(`kinds.${kind}.button`) }),
    hint: t("linkHint"),
    link,
  });
  return {
    locale,
    subject: say("subject"),
    title: say("title"),
    paragraphs: say("text").split("\n\n"),
    button: "link" in mail ? button(mail.kind, mail.link) : null,
    note: say("note"),
    sender: t("sender"),
  };
}

function valuesOf(mail: Mail, locale: MailLocale): Record<string, string> {
  return {
    ...("providerName" in mail && {
      providerName: shownName(mail.providerName ?? ""),
      named: mail.providerName ? "yes" : "no",
    }),
    ...("organizationName" in mail && { organizationName: shownName(mail.organizationName) }),
    ...("who" in mail && { who: shownName(mail.who, emailLimit) }),
    ...("asker" in mail && { asker: shownName(mail.asker, emailLimit) }),
    ...("tenant" in mail && { tenant: mail.tenant }),
    ...("createdAt" in mail && { created: day(mail.createdAt, locale) }),
    ...("billingEmail" in mail && { billing: shownName(mail.billingEmail, emailLimit) }),
    ...("why" in mail && { why: shownName(mail.why, reasonLimit) }),
    ...("address" in mail && { address: shownName(mail.address, emailLimit) }),
    ...("code" in mail && { code: mail.code }),
    ...("role" in mail && { role: mail.role }),
    ...("waiting" in mail && { again: mail.waiting > 0 ? "yes" : "no" }),
    ...("reason" in mail && { reason: mail.reason }),
    ...("expiresAt" in mail && { expires: moment(mail.expiresAt, locale) }),
    ...("askedAt" in mail && { asked: moment(mail.askedAt, locale) }),
    ...("invoice" in mail && { invoice: mail.invoice }),
    ...("month" in mail && { month: monthName(mail.month, locale) }),
    ...("totalCents" in mail && { total: money(mail.totalCents, locale) }),
    ...("issuedOn" in mail && { issued: day(mail.issuedOn, locale) }),
    ...("dueAt" in mail && { due: day(mail.dueAt, locale) }),
    ...("howToPay" in mail && {
      howToPay: shownName(mail.howToPay ?? "", paymentLimit),
      says: mail.howToPay ? "yes" : "no",
    }),
    ...("at" in mail && { at: moment(mail.at, locale) }),
    ...("at" in mail && "askedAt" in mail && { waits: mail.at > mail.askedAt ? "yes" : "no" }),
  };
}

const moment = (at: string, locale: MailLocale): string =>
  dated(at, locale, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });

const day = (at: string, locale: MailLocale): string => dated(at, locale, { dateStyle: "long" });

const monthName = (month: string, locale: MailLocale): string =>
  dated(`${month}-02`, locale, { month: "long", year: "numeric" });

function dated(at: string, locale: MailLocale, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(at));
  return withOrdinal(text, locale);
}

const money = (cents: number, locale: MailLocale): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency })
    .format(cents / 100)
    // The narrow no-break space of French is missing in many typefaces.
    .replaceAll("\u202f", "\u00a0");
