import { useTranslations } from "next-intl";
import { WithdrawnPlaces } from "@/components/join/withdrawn-places";
import { LinkButton } from "@/components/ui/link-button";
import type { WithdrawnPlace } from "@/lib/operations/account/list-withdrawn-places";

/** What a revoked member finds in place of the console. */
export function Withdrawn({ place }: { place: WithdrawnPlace }) {
  const t = useTranslations("join.withdrawn");
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-140 content-center gap-4 p-4">
      <h1 className="wrap-anywhere font-semibold text-title">{place.name}</h1>
      <WithdrawnPlaces places={[place]} />
      <div>
        <LinkButton href="/vault" variant="quiet">
          {t("vault")}
        </LinkButton>
      </div>
    </main>
  );
}
