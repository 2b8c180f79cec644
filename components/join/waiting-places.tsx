"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { OwnFingerprint } from "@/components/account/own-fingerprint";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";

/** What somebody waits to be confirmed for: since when, by whom, and the phrase that they will be asked for. */
export function WaitingPlaces({ places }: { places: readonly WaitingPlace[] }) {
  const t = useTranslations("join.waiting");
  if (places.length === 0) return null;
  return (
    <section aria-label={t("label")} className="flex flex-col gap-4">
      {places.map((place) => (
        <Callout
          key={place.id}
          tone="warn"
          icon={<Hourglass aria-hidden="true" />}
          title={t("title", { name: place.name })}
        >
          <p>
            {place.providerName === null && place.confirmers.length === 0 ? (
              t("nobody", { name: place.name, state: place.state })
            ) : (
              <>
                <ConfirmedBy {...place} /> {t(place.kind)}
              </>
            )}
          </p>
          {place.since ? (
            <p className="mt-1">
              {t.rich("since", { date: () => <DateTime value={place.since ?? new Date()} /> })}
            </p>
          ) : null}
        </Callout>
      ))}
      <OwnFingerprint />
    </section>
  );
}

function ConfirmedBy({ confirmers, providerName }: WaitingPlace) {
  const t = useTranslations("join.waiting");
  if (providerName !== null) return t("byProvider", { provider: providerName });
  return t("by", { names: confirmers.join(", "), count: confirmers.length });
}
