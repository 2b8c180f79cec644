import { useFormatter, useLocale, useTranslations } from "next-intl";
import { InvoiceLines } from "@/components/billing/invoice-lines";
import { PlanLines } from "@/components/billing/plan-lines";
import { SeatsInUse } from "@/components/billing/seats-in-use";
import { useMoney } from "@/components/billing/use-money";
import { usePercent } from "@/components/billing/use-percent";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { StatTile } from "@/components/ui/stat-tile";
import { dueAfterDays, dueOf } from "@/lib/domain/billing/invoice";
import { spanOf } from "@/lib/domain/billing/month";
import { withOrdinal } from "@/lib/i18n/first-of-month";
import type { getSubscription } from "@/lib/operations/provider/get-subscription";

export type Subscription = Awaited<ReturnType<(typeof getSubscription)["read"]>>;

type Props = { providerId: string; subscription: Subscription };

const tones = { active: "ok", past_due: "warn", suspended: "bad" } as const;

/** Everything that a provider pays for, and when. */
export function SubscriptionView({ providerId, subscription }: Props) {
  const t = useTranslations("billing.subscription");
  const format = useFormatter();
  const locale = useLocale();
  const money = useMoney();
  const percent = usePercent();
  const { status, next, discountPercent, accountCreditCents, plans } = subscription;
  // Months are of UTC, wherever the reader is.
  const day = (moment: Date) =>
    withOrdinal(format.dateTime(moment, { dateStyle: "long", timeZone: "UTC" }), locale);
  const month = format.dateTime(spanOf(next.month).start, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const at = (page: string) => `/providers/${providerId}/${page}`;

  return (
    <>
      <div className="grid gap-3.5 @xl:grid-cols-2 @4xl:grid-cols-4">
        <StatTile label={t("status")} value={<Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>}>
          {status === "past_due" ? <p>{t("pastDueHint")}</p> : null}
          <AppLink href={at("billing/history")} className="text-link hover:underline">
            {t("toHistory")}
          </AppLink>
        </StatTile>
        <StatTile label={t("next")} value={money(next.bill.totalCents)}>
          {t("nextHint", { date: day(next.issuedOn), due: day(dueOf(next.issuedOn)) })}
        </StatTile>
        <StatTile
          label={t("discount")}
          value={discountPercent > 0 ? percent(discountPercent) : t("noDiscount")}
        >
          {discountPercent > 0 ? t("discountHint") : null}
        </StatTile>
        <StatTile label={t("credit")} value={money(accountCreditCents)}>
          {accountCreditCents > 0 ? t("creditHint") : null}
        </StatTile>
      </div>
      {subscription.isTaxNumberMissing ? (
        <Callout
          tone="warn"
          title={t("taxNumberMissing")}
          action={
            <AppLink href={at("settings")} className="text-link hover:underline">
              {t("change")}
            </AppLink>
          }
        >
          {t("taxNumberMissingText")}
        </Callout>
      ) : null}
      <PlanLines subscription={subscription} />
      <SeatsInUse plans={plans} />
      <Card title={t("running", { month })}>
        <InvoiceLines
          lines={next.bill.lines}
          discountPercent={discountPercent}
          total={next.bill.totalCents}
        />
        <p className="mt-3 text-label text-muted">{t("runningHint")}</p>
      </Card>
      <PaymentDetails subscription={subscription} settings={at("settings")} />
    </>
  );
}

function PaymentDetails({ subscription, settings }: { subscription: Subscription; settings: string }) {
  const t = useTranslations("billing.subscription");
  const { billedTo, issuer } = subscription;
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  const country = billedTo.country && (names.of(billedTo.country) ?? billedTo.country);
  const address = [...billedTo.address, country].filter(Boolean).join(", ");
  return (
    <Card
      title={t("details")}
      action={
        <AppLink href={settings} className="text-link hover:underline">
          {t("change")}
        </AppLink>
      }
    >
      <dl className="wrap-anywhere grid gap-x-6 gap-y-3 @xl:grid-cols-2 @4xl:grid-cols-4">
        <div>
          <dt className="text-label text-muted">{t("email")}</dt>
          <dd>{billedTo.email}</dd>
        </div>
        <div>
          <dt className="text-label text-muted">{t("address")}</dt>
          <dd>{address || t("noAddress")}</dd>
        </div>
        <div>
          <dt className="text-label text-muted">{t("taxNumber")}</dt>
          <dd>{billedTo.taxNumber || t("noTaxNumber")}</dd>
        </div>
        <div>
          <dt className="text-label text-muted">{t("howToPay")}</dt>
          <dd>
            {issuer.howToPay ? <p>{issuer.howToPay}</p> : null}
            {!issuer.howToPay && subscription.isPaidAsIssuerSays ? <p>{t("askHowToPay")}</p> : null}
            <p className="text-label text-muted">{t("howToPayText", { days: dueAfterDays })}</p>
          </dd>
        </div>
      </dl>
    </Card>
  );
}
