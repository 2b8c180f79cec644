import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DeletionFacts } from "@/lib/operations/account/get-deletion-facts";

/** What goes with an account, and what stays without it. */
export function DeletionConsequences({ facts: { items, places } }: { facts: DeletionFacts }) {
  const t = useTranslations("account.deletion");
  const named = { count: places.length, names: places.join(", ") };
  return (
    <div className="flex flex-col gap-3">
      <Part title={t("goes")}>
        <li>{t("items", { count: items })}</li>
        {places.length > 0 ? <li>{t("places", named)}</li> : null}
        <li>{t("devices")}</li>
      </Part>
      <Part title={t("stays")}>
        <li>{t("shared")}</li>
        <li>{t("logs")}</li>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="wrap-anywhere list-disc ps-5 text-muted">{children}</ul>
    </section>
  );
}
