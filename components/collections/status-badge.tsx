import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";

const tones: Record<Exclude<OrganizationMemberStatus, "confirmed">, Tone> = {
  staged: "neutral",
  invited: "neutral",
  accepted: "warn",
  revoked: "bad",
};

/** Why somebody who is listed cannot open anything now. Nothing stands there for whoever is confirmed. */
export function StatusBadge({ status }: { status: OrganizationMemberStatus }) {
  const t = useTranslations("members.status");
  return status === "confirmed" ? null : <Badge tone={tones[status]}>{t(status)}</Badge>;
}
