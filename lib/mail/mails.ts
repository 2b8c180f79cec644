import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { RevocationReason } from "@/lib/domain/organization/revoking";
import type { ProviderRole } from "@/lib/domain/provider/member";

/** Every mail that is sent, with what its text needs. `link` is a whole address; names are shown, so capped. */
export type Mail =
  | { kind: "account.verify_email"; link: string }
  | { kind: "account.register"; link: string }
  | { kind: "account.password_changed"; at: string }
  | { kind: "account.key_rotated"; at: string }
  | { kind: "account.recovered"; organizationName: string; at: string }
  /** `at` is when it may be done at the earliest, `providerName` of the provider that asker acts for, if any. */
  | {
      kind: "account.recovery_asked";
      organizationName: string;
      providerName: string | null;
      asker: string;
      askedAt: string;
      at: string;
    }
  /** Somebody was handed the sealed user key. */
  | { kind: "account.recovery_opened"; organizationName: string; who: string; at: string }
  | { kind: "account.kdf_changed"; at: string }
  | { kind: "account.deleted"; at: string }
  | { kind: "account.passkey_unlocks"; at: string }
  | { kind: "account.second_step_code"; code: string; expiresAt: string }
  | { kind: "account.address_code"; code: string; expiresAt: string }
  | { kind: "account.address_in_use"; at: string }
  /** To the former address: `address` is the new one. */
  | { kind: "account.email_changed"; at: string; address: string }
  /** To the new address: `address` is the former one. */
  | { kind: "account.email_is_here"; at: string; address: string }
  | { kind: "account.two_step_on"; at: string }
  | { kind: "account.two_step_changed"; at: string }
  | { kind: "account.two_step_off"; at: string }
  | { kind: "account.recovery_code_used"; at: string }
  | { kind: "account.second_step_failed"; at: string }
  | { kind: "account.administer"; link: string; expiresAt: string }
  | { kind: "provider.set_up"; link: string; providerName: string | null; expiresAt: string }
  | { kind: "provider.ready"; link: string; providerName: string }
  | { kind: "provider.invite"; link: string; providerName: string; role: ProviderRole; expiresAt: string }
  | { kind: "provider.accepted"; link: string; providerName: string; who: string }
  | { kind: "provider.confirmed"; link: string; providerName: string }
  | { kind: "provider.removed"; providerName: string }
  | {
      kind: "provider.delete";
      link: string;
      providerName: string;
      /** Its id. */
      tenant: string;
      createdAt: string;
      billingEmail: string;
      expiresAt: string;
    }
  | { kind: "provider.deleted"; providerName: string; at: string }
  | { kind: "provider.suspended"; link: string; providerName: string; why: string }
  | { kind: "provider.reinstated"; link: string; providerName: string }
  | {
      kind: "provider.invoice_made";
      link: string;
      providerName: string;
      /** Its number. */
      invoice: string;
      /** As `2026-10`. */
      month: string;
      totalCents: number;
      dueAt: string;
      howToPay: string | null;
    }
  /** The invoice of a month that is not over yet, as things are. */
  | {
      kind: "provider.invoice_upcoming";
      link: string;
      providerName: string;
      month: string;
      totalCents: number;
      issuedOn: string;
      dueAt: string;
      howToPay: string | null;
    }
  | {
      kind: "client.owner_invite";
      link: string;
      organizationName: string;
      providerName: string;
      expiresAt: string;
    }
  | { kind: "client.linked"; link: string; organizationName: string; providerName: string; who: string }
  | { kind: "client.unlinked"; link: string; organizationName: string; providerName: string }
  | { kind: "organization.invite"; link: string; organizationName: string; expiresAt: string }
  | { kind: "organization.accepted"; link: string; organizationName: string; who: string }
  | {
      kind: "organization.approval_asked";
      link: string;
      organizationName: string;
      providerName: string;
      /** Who of the provider asks. */
      asker: string;
      who: string;
      role: OrganizationRole;
    }
  | { kind: "organization.confirmed"; link: string; organizationName: string }
  | {
      kind: "organization.key_rotated";
      organizationName: string;
      who: string;
      /** How many members have to be confirmed again. */
      waiting: number;
    }
  | { kind: "organization.confirm_again"; organizationName: string }
  | {
      kind: "organization.recovery_asked";
      link: string;
      organizationName: string;
      providerName: string | null;
      asker: string;
      askedAt: string;
      /** When it may be done at the earliest. */
      at: string;
      who: string;
    }
  /** To whoever asked. `at` is when it may be done at the earliest. */
  | {
      kind: "organization.recovery_approved";
      link: string;
      organizationName: string;
      who: string;
      askedAt: string;
      at: string;
    }
  | { kind: "organization.removed"; organizationName: string }
  | { kind: "organization.revoked"; link: string; organizationName: string; reason: RevocationReason }
  | { kind: "organization.restored"; link: string; organizationName: string }
  | { kind: "organization.deleted"; organizationName: string; at: string };

export type MailKind = Mail["kind"];
export type MailLocale = "en" | "fr";
