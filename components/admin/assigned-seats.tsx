import { useTranslations } from "next-intl";
import type { ProviderRow } from "@/components/admin/providers";
import type { Plan } from "@/lib/domain/organization/plans";
import { purchasedSeats } from "@/lib/domain/provider/seats";

/** How many seats clients have, beside what is billed in any case: they may have more. */
export function AssignedSeats({ provider, plan }: { provider: ProviderRow; plan: Plan }) {
  const t = useTranslations("admin.list");
  const seats = { assigned: provider.assigned[plan] ?? 0, minimum: provider.minimums[plan] ?? 0 };
  const purchased = purchasedSeats(seats);
  return (
    <span className="whitespace-nowrap">
      {t("assigned", { count: seats.assigned })}
      <span className="block text-label text-muted">{t("minimum", { minimum: seats.minimum })}</span>
      {purchased > 0 ? (
        <span className="block text-label text-muted">{t("purchased", { count: purchased })}</span>
      ) : null}
    </span>
  );
}
