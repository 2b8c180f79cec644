import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import type { WithdrawnPlace } from "@/lib/operations/account/list-withdrawn-places";

/** Which organizations have revoked the reader's access, why, and what they can do about it. */
export function WithdrawnPlaces({ places }: { places: readonly WithdrawnPlace[] }) {
  const t = useTranslations("join.withdrawn");
  return places.map(({ organizationId, name, reason, hasTwoStep }) => (
    <Callout
      key={organizationId}
      tone="warn"
      icon={<Ban aria-hidden="true" />}
      title={t("title", { name })}
      action={
        reason === "two_factor_policy" && !hasTwoStep ? (
          <LinkButton href="/account#two-step" variant="quiet" size="s">
            {t("turnOn")}
          </LinkButton>
        ) : null
      }
    >
      {t("text", { name, reason: reason ?? "manual", hasTwoStep: hasTwoStep ? "yes" : "no" })}
    </Callout>
  ));
}
