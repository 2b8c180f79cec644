"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  providerId: string;
  name: string;
  since: Date | null;
  reason: string | null;
  /** Whether the viewer reads invoices: they speak to whoever runs the server, and others to them. */
  readsBilling: boolean;
};

/** Says that the provider is suspended, why, and what to do: in a strip on every page, and in a dialog once a visit. */
export function SuspensionNotice({ providerId, name, since, reason, readsBilling }: Props) {
  const t = useTranslations("portal.suspension");
  const banner = useTranslations("portal.banner");
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const seen = `trousseau-suspension-${providerId}-${since?.toISOString() ?? ""}`;

  useEffect(() => {
    if (sessionStorage.getItem(seen)) return;
    sessionStorage.setItem(seen, "seen");
    setOpen(true);
  }, [seen]);

  const history = `/providers/${providerId}/billing/history` as const;
  return (
    <>
      <Banner
        tone="bad"
        action={
          <>
            {readsBilling ? <AppLink href={history}>{t("billing")}</AppLink> : null}
            <button type="button" className="underline" onClick={() => setOpen(true)}>
              {t("more")}
            </button>
          </>
        }
      >
        <strong>{banner("suspendedTitle")}</strong> {reason ?? banner("suspendedText")}
      </Banner>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("title", { name })}>
        <div className="wrap-anywhere flex flex-col gap-2.5">
          <p>
            {since ? t("since", { date: format.dateTime(since, { dateStyle: "long" }) }) : null}{" "}
            {reason ? t("reason", { reason }) : null}
          </p>
          <p>{t("what")}</p>
          <p>{t(readsBilling ? "admin" : "user")}</p>
        </div>
        <DialogFooter>
          {readsBilling ? <LinkButton href={history}>{t("billing")}</LinkButton> : null}
          <DialogCancel>{t("close")}</DialogCancel>
        </DialogFooter>
      </Dialog>
    </>
  );
}
