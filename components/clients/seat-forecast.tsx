import { useTranslations } from "next-intl";
import { useMoney } from "@/components/billing/use-money";
import type { SeatTotal } from "@/components/clients/clients";
import { discounted } from "@/lib/domain/billing/discount";
import { monthlyCents } from "@/lib/domain/billing/prices";
import { planFacts } from "@/lib/domain/organization/plans";
import { mayAssign, purchaseOf, unassignedSeats } from "@/lib/domain/provider/seats";

type Props = {
  /** For a button that is off because of what it says. */
  id?: string;
  total: SeatTotal;
  /** By how many seats the plan would change; null while what is typed is no number of seats. */
  change: number | null;
  /** Whether the viewer may purchase seats, or has to ask somebody who may. */
  mayPurchase: boolean;
  used?: number;
};

/** What a number of seats will mean, and what it costs for whoever sees that. It is said while it is being typed. */
export function SeatForecast({ id, total, change, mayPurchase, used }: Props) {
  const t = useTranslations("clients.forecast");
  return (
    <div id={id} aria-live="polite" className="flex flex-col gap-0.5 text-label text-muted tabular-nums">
      {used === undefined ? null : <p>{t("used", { count: used })}</p>}
      {change === null ? null : <Change total={total} change={change} mayPurchase={mayPurchase} />}
    </div>
  );
}

function Change({ total, change, mayPurchase }: Pick<Props, "total" | "mayPurchase"> & { change: number }) {
  const t = useTranslations("clients.forecast");
  const money = useMoney();
  const plan = useTranslations("clients.plans")(planFacts[total.plan].tier);
  if (!mayAssign(mayPurchase, total, change).allowed)
    return <p className="text-warn">{t("contact", { count: unassignedSeats(total) })}</p>;
  const purchase = purchaseOf(total, change);
  const left = unassignedSeats({ ...total, assigned: total.assigned + change });
  // Without the discount, a sum would be a wrong one.
  const price =
    total.discount === null
      ? null
      : money(discounted(Math.abs(purchase) * monthlyCents[total.plan], total.discount));
  return (
    <>
      <p>{t("unassigned", { count: left, plan })}</p>
      {purchase > 0 ? (
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
    </>
  );
}
