import { expect, test } from "vitest";
import type { Mail, MailKind } from "@/lib/mail/mails";
import { renderMail } from "@/lib/mail/render-mail";
import { typographyFaults } from "@/test/typography";

const link = "https://portal.example/invite/abc";
const expiresAt = "2026-11-27T09:00:00.000Z";
const providerName = "My Provider";
const organizationName = "My Client's Organization";

const mails: { [Kind in MailKind]: Extract<Mail, { kind: Kind }> } = {
  "account.verify_email": { kind: "account.verify_email", link },
  "account.register": { kind: "account.register", link },
  "account.administer": { kind: "account.administer", link, expiresAt },
  "account.kdf_changed": { kind: "account.kdf_changed", at: expiresAt },
  "account.deleted": { kind: "account.deleted", at: expiresAt },
  "account.passkey_unlocks": { kind: "account.passkey_unlocks", at: expiresAt },
  "account.second_step_code": { kind: "account.second_step_code", code: "123456", expiresAt },
  "account.address_code": { kind: "account.address_code", code: "123456", expiresAt },
  "account.address_in_use": { kind: "account.address_in_use", at: expiresAt },
  "account.email_changed": {
    kind: "account.email_changed",
    at: expiresAt,
    address: "brett@elsewhere.example",
  },
  "account.email_is_here": { kind: "account.email_is_here", at: expiresAt, address: "brett@steps.example" },
  "account.two_step_on": { kind: "account.two_step_on", at: expiresAt },
  "account.two_step_changed": { kind: "account.two_step_changed", at: expiresAt },
  "account.two_step_off": { kind: "account.two_step_off", at: expiresAt },
  "account.second_step_failed": { kind: "account.second_step_failed", at: expiresAt },
  "account.recovery_code_used": { kind: "account.recovery_code_used", at: expiresAt },
  "account.password_changed": { kind: "account.password_changed", at: expiresAt },
  "provider.set_up": { kind: "provider.set_up", link, providerName, expiresAt },
  "provider.ready": { kind: "provider.ready", link, providerName },
  "provider.invite": { kind: "provider.invite", link, providerName, role: "service_user", expiresAt },
  "provider.accepted": {
    kind: "provider.accepted",
    link,
    providerName,
    who: "billy.warden@provider.example",
  },
  "provider.confirmed": { kind: "provider.confirmed", link, providerName },
  "provider.removed": { kind: "provider.removed", providerName },
  "provider.delete": {
    kind: "provider.delete",
    link,
    providerName,
    tenant: "4f0c2a0e-7a55-4a35-9c39-0d1f5a6f2f10",
    createdAt: expiresAt,
    billingEmail: "billing@provider.example",
    expiresAt,
  },
  "provider.deleted": { kind: "provider.deleted", providerName, at: expiresAt },
  "provider.suspended": { kind: "provider.suspended", link, providerName, why: "Two invoices are overdue." },
  "provider.reinstated": { kind: "provider.reinstated", link, providerName },
  "provider.invoice_made": {
    kind: "provider.invoice_made",
    link,
    providerName,
    invoice: "2026-0011",
    month: "2026-10",
    totalCents: 133_950,
    dueAt: expiresAt,
    howToPay: "LU28 0019 4006 4475 0000",
  },
  "provider.invoice_upcoming": {
    kind: "provider.invoice_upcoming",
    link,
    providerName,
    month: "2026-11",
    totalCents: 133_950,
    issuedOn: "2026-12-01T00:00:00.000Z",
    dueAt: expiresAt,
    howToPay: null,
  },
  "client.owner_invite": { kind: "client.owner_invite", link, organizationName, providerName, expiresAt },
  "client.linked": { kind: "client.linked", link, organizationName, providerName, who: "Brett Warden" },
  "client.unlinked": { kind: "client.unlinked", link, organizationName, providerName },
  "organization.invite": { kind: "organization.invite", link, organizationName, expiresAt },
  "organization.accepted": { kind: "organization.accepted", link, organizationName, who: "Billy Warden" },
  "organization.approval_asked": {
    kind: "organization.approval_asked",
    link,
    organizationName,
    providerName,
    asker: "Brett Warden",
    who: "billy.warden@provider.example",
    role: "owner",
  },
  "organization.confirmed": { kind: "organization.confirmed", link, organizationName },
  "organization.key_rotated": {
    kind: "organization.key_rotated",
    organizationName,
    who: "Brett Warden",
    waiting: 2,
  },
  "account.recovered": { kind: "account.recovered", organizationName, at: expiresAt },
  "account.recovery_opened": {
    kind: "account.recovery_opened",
    organizationName,
    who: "Brett Warden",
    at: expiresAt,
  },
  "account.recovery_asked": {
    kind: "account.recovery_asked",
    organizationName,
    providerName: null,
    asker: "Brett Warden",
    askedAt: expiresAt,
    at: expiresAt,
  },
  "organization.confirm_again": { kind: "organization.confirm_again", organizationName },
  "organization.recovery_asked": {
    kind: "organization.recovery_asked",
    link,
    organizationName,
    providerName: "My Provider",
    asker: "Brett Warden (brett.warden@provider.example)",
    askedAt: expiresAt,
    at: expiresAt,
    who: "billy.warden@provider.example",
  },
  "organization.recovery_approved": {
    kind: "organization.recovery_approved",
    link,
    organizationName,
    who: "billy.warden@provider.example",
    askedAt: expiresAt,
    at: expiresAt,
  },
  "account.key_rotated": { kind: "account.key_rotated", at: expiresAt },
  "organization.revoked": {
    kind: "organization.revoked",
    link,
    organizationName,
    reason: "two_factor_policy",
  },
  "organization.restored": { kind: "organization.restored", link, organizationName },
  "organization.deleted": { kind: "organization.deleted", organizationName, at: expiresAt },
  "organization.removed": { kind: "organization.removed", organizationName },
};

const hrefs = (html: string) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);

test.each(Object.values(mails))("$kind is complete in both languages, as text and as HTML", async (mail) => {
  for (const locale of ["en", "fr"] as const) {
    const { subject, text, html } = await renderMail(mail, locale);
    expect(`${subject}${text}${html}`).not.toMatch(/kinds\.|[{}](?!.*<\/style>)|undefined|null/);
    expect(html).toContain(`lang="${locale}"`);
    expect(hrefs(html).every((address) => "link" in mail && address === mail.link)).toBe(true);
    if ("link" in mail) expect(text).toContain(mail.link);
  }
});

test.each(Object.values(mails))("$kind is set as its language is", async (mail) => {
  for (const locale of ["en", "fr"] as const) {
    const { subject, text } = await renderMail(mail, locale);
    const own = `${subject}\n${text}`.replaceAll(link, "").replaceAll(organizationName, "Organization");
    expect(typographyFaults(locale, own)).toEqual([]);
  }
});

test("an invitation says who invites, until when it works, and that it may be ignored", async () => {
  const { subject, text } = await renderMail(mails["provider.invite"], "en");
  expect(subject).toBe("Join My Provider");
  expect(text).toContain("November 27, 2026");
  expect(text).toContain("If you did not expect this invitation, ignore it");
});

test("a client's owner learns what the provider can see and what it cannot", async () => {
  const { text } = await renderMail(mails["client.owner_invite"], "en");
  expect(text).toContain("What My Provider can see");
  expect(text).toContain("What My Provider cannot see: your master password");
});

test("a provider admin is told to compare the fingerprint phrase before confirming", async () => {
  expect((await renderMail(mails["provider.accepted"], "en")).text).toContain("fingerprint phrase");
  expect((await renderMail(mails["provider.accepted"], "fr")).text).toContain("phrase d’empreinte");
});

test("of a deletion, everybody who is told learns whom to ask", async () => {
  const { text } = await renderMail(mails["organization.deleted"], "en");
  expect(text).toContain("as an owner, ask the other owners;");
  expect(text).toContain("as an admin of the provider, look at the provider’s event log");
  expect(text).toContain("otherwise, ask whoever invited you.");
});

test("to somebody whose language is unknown it speaks English, then French", async () => {
  const { subject, text } = await renderMail(mails["provider.invite"], null);
  expect(subject).toBe("Join My Provider / Rejoignez My Provider");
  expect(text.indexOf("invites you")).toBeLessThan(text.indexOf("vous invite"));
});

test("a provider without a name is invited without one", async () => {
  const { subject, text } = await renderMail({ ...mails["provider.set_up"], providerName: null }, "en");
  expect(subject).toBe("Set up your provider");
  expect(text).toContain("has made a provider and named you");
});

test.each([
  ["markup", '<a href="https://evil.example">Click</a><img src=x onerror=alert(1)>'],
  ["another header", "Acme\r\nBcc: all@evil.example"],
  ["a right-to-left override", "Acme \u202egnp.exe"],
  ["a placeholder", "{providerName} '{'"],
  ["five thousand characters", "x".repeat(5000)],
])("a name with %s does no harm", async (_what, name) => {
  const { subject, text, html } = await renderMail({ ...mails["provider.invite"], providerName: name }, "en");
  expect(subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(subject.length).toBeLessThanOrEqual("Join ".length + 50);
  expect(text).not.toContain("\u202e");
  expect(text).not.toMatch(/^Bcc:/m);
  expect(html).not.toMatch(/<img|evil\.example"/);
  expect(hrefs(html).every((address) => address === link)).toBe(true);
});

test.each(["عيادة النور", "מרפאת האור 24"])(
  "a name from right to left, %s, leaves the sentence as it is",
  async (name) => {
    const mail = { ...mails["organization.accepted"], who: name, organizationName: name };
    for (const locale of ["en", "fr"] as const) {
      const { subject, text } = await renderMail(mail, locale);
      // What decides the direction of a line is its first letter outside of what is set apart.
      for (const line of [subject, ...text.split("\n")])
        expect(line.replaceAll(`\u2068${name}\u2069`, "")).not.toMatch(
          /[\p{Script=Hebrew}\p{Script=Arabic}\u2068\u2069]/u,
        );
      expect(subject).toContain(`\u2068${name}\u2069`);
    }
  },
);

test("the same mail is rendered alike each time", async () => {
  const mail = mails["client.owner_invite"];
  expect(await renderMail(mail, null)).toEqual(await renderMail(mail, null));
});
