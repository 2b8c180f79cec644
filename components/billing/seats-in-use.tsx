import { useFormatter, useTranslations } from "next-intl";
import { purchasedColor, tierColors, unassignedColor } from "@/components/billing/seat-colors";
import { SeatSwatch } from "@/components/billing/seat-swatch";
import type { Subscription } from "@/components/billing/subscription";
import { Card } from "@/components/ui/card";

type Plan = Subscription["plans"][number];

/** Of each plan, how many of the billed seats clients have: as a bar, and as numbers beside it. */
export function SeatsInUse({ plans }: { plans: Plan[] }) {
  const t = useTranslations("billing.subscription");
  return (
    <Card title={t("usage")}>
      <div className="flex flex-col gap-6">
        {plans.map((plan) => (
          <PlanUsage key={plan.plan} plan={plan} />
        ))}
      </div>
    </Card>
  );
}

function PlanUsage({ plan }: { plan: Plan }) {
  const t = useTranslations("billing");
  const format = useFormatter();
  const { minimum, assigned, billed, purchased, unassigned } = plan;
  const name = t(`plans.${plan.tier}`);
  const parts = [
    {
      label: t("subscription.within", { minimum: format.number(minimum) }),
      seats: assigned - purchased,
      color: tierColors[plan.tier],
    },
    { label: t("subscription.beyond"), seats: purchased, color: purchasedColor },
    { label: t("subscription.unassigned"), seats: unassigned, color: unassignedColor },
  ];
  return (
    <section>
      <h3 className="flex items-baseline justify-between gap-4 font-strong">
        {name}
        <span className="font-book text-label text-muted tabular-nums">
          {format.number(assigned)} / {format.number(billed)}
        </span>
      </h3>
      {billed === 0 ? (
        <p className="mt-1 text-muted">{t("subscription.noSeats")}</p>
      ) : (
        <div
          role="img"
          aria-label={t("subscription.bar", { plan: name, assigned, billed, purchased, unassigned })}
          className="mt-2 flex h-3 gap-0.5 overflow-hidden rounded-small"
        >
          {parts
            .filter(({ seats }) => seats > 0)
            .map(({ label, seats, color }) => (
              <span
                key={label}
                className="keeps-color h-full min-w-1"
                style={{ flexGrow: seats, backgroundColor: color }}
              />
            ))}
        </div>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-label text-muted">
        {parts.map(({ label, seats, color }) => (
          <li key={label} className="flex items-center gap-1.5">
            <SeatSwatch color={color} />
            {label} <span className="text-ink tabular-nums">{format.number(seats)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
