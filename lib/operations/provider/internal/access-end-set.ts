import "server-only";
import type { AuditEvent } from "@/lib/domain/events";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";

type Whose = { providerId: ProviderId; memberId: ProviderMemberId; email: string };

/** What the log says when somebody's access is given an end, or loses it. */
export function accessEndSet(
  { providerId, memberId: providerMemberId, email }: Whose,
  accessEndsAt: Date | null,
): AuditEvent {
  const about = { providerId, providerMemberId };
  return accessEndsAt
    ? {
        type: "provider_member.access_limited",
        ...about,
        details: { email, until: accessEndsAt.toISOString() },
      }
    : { type: "provider_member.access_unlimited", ...about, details: { email } };
}
