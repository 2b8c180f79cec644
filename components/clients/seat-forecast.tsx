import { useTranslations } from "next-intl";
import { useMoney } from "@/components/billing/use-money";
import type { SeatTotal } from "@/components/clients/clients";
import { discounted } from "@/lib/domain/billing/discount";
import { monthlyCents } from "@/lib/domain/billing/prices";
import { planFacts } from "@/lib/domain/organization/plans";
import { mayAssign, purchaseOf, unassignedSeats } from "@/lib/domain/provider/seats";

type Props = {
  total: SeatTotal;
  /** By how many seats the plan would change; NaN while nothing is typed. */
  change: number;
  /** Whether the viewer may purchase seats, or has to ask somebody who may. */
  mayPurchase: boolean;
  used?: number;
};

/** What a number of seats will mean, and what it costs for whoever sees that. It is said while it is being typed. */
export function SeatForecast({ total, change, mayPurchase, used }: Props) {
  const t = useTranslations("clients.forecast");
  const money = useMoney();
  const plan = useTranslations("clients.plans")(planFacts[total.plan].tier);
  const known = Number.isInteger(change) ? change : 0;
  const purchase = purchaseOf(total, known);
  // Without the discount, a sum would be a wrong one.
  const price =
    total.discount === null
      ? null
      : money(discounted(Math.abs(purchase) * monthlyCents[total.plan], total.discount));
  const left = unassignedSeats({ ...total, assigned: total.assigned + known });
  const isAllowed = mayAssign(mayPurchase, total, known).allowed;

  return (
    <div aria-live="polite" className="flex flex-col gap-0.5 text-label text-muted tabular-nums">
      {used === undefined ? null : <p>{t("used", { count: used })}</p>}
      {isAllowed ? (
        <p>{t("unassigned", { count: left, plan })}</p>
      ) : (
        <p className="text-warn">{t("contact", { count: unassignedSeats(total) })}</p>
      )}
      {isAllowed && purchase > 0 ? (
        <p className="text-warn">
          {price === null
            ? t("purchasedSeats", { count: purchase, plan })
            : t("purchased", { count: purchase, price, plan })}
        </p>
      ) : null}
      {purchase < 0 ? (
        <p>
          {price === null
            ? t("removedSeats", { count: -purchase })
            : t("removed", { count: -purchase, price })}
        </p>
      ) : null}
    </div>
  );
}
