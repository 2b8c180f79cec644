import "server-only";
import type { Tx } from "@/db/client";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { mailLinks } from "@/lib/operations/mail/internal/mail-links";

type Invited = { memberId: ProviderMemberId; email: string; role: ProviderRole };

/** Mails everybody a fresh link to join the provider; earlier ones stop working. */
export const sendMemberInvitations = (tx: Tx, providerName: string, invited: Invited[], now: Date) =>
  mailLinks(
    tx,
    "provider_member",
    invited.map(({ memberId: providerMemberId, email, role }) => ({
      email,
      subject: { purpose: "provider_member", providerMemberId, email },
      mail: (link) => ({ kind: "provider.invite", ...link, providerName, role }),
    })),
    now,
  );
