import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { mailLinks } from "@/lib/operations/mail/internal/mail-links";

type Invited = { memberId: ProviderMemberId; email: string; role: ProviderRole };

/** Mails everybody a fresh link to join the provider; earlier ones stop working. */
export async function sendMemberInvitations(tx: Tx, providerId: ProviderId, invited: Invited[], now: Date) {
  const [provider] = await tx
    .select({ name: providers.name, language: providers.language })
    .from(providers)
    .where(eq(providers.id, providerId));
  const providerName = provider?.name ?? "";
  await mailLinks(
    tx,
    "provider_member",
    invited.map(({ memberId: providerMemberId, email, role }) => ({
      email,
      subject: { purpose: "provider_member", providerMemberId, email },
      mail: (link) => ({ kind: "provider.invite", ...link, providerName, role }),
    })),
    now,
    provider?.language ?? null,
  );
}
