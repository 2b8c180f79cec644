import { useTranslations } from "next-intl";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { ProviderRole } from "@/lib/domain/provider/member";

type Props = {
  name: string;
  email: string;
  role: ProviderRole | OrganizationRole | null;
};

/** What the invitation is to, who is invited, and in which role. */
export function InvitationCard({ name, email, role }: Props) {
  const t = useTranslations("join");
  return (
    <div className="rounded-avatar border bg-sunk px-4 py-3">
      <p className="break-words font-semibold text-section">{name}</p>
      <p className="break-words text-muted">
        {email}
        {role ? ` · ${t(`roles.${role}`)}` : null}
      </p>
    </div>
  );
}
