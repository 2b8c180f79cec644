"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useShortcutPreference } from "@/components/ui/shortcut-preference";
import { Switch } from "@/components/ui/switch";

type Props = { open: boolean; onClose: () => void; clients: boolean; members: boolean };

/** The keys, what each does, and the switch that turns them off. */
export function ShortcutsDialog({ open, onClose, clients, members }: Props) {
  const t = useTranslations("ui.shortcuts");
  const [on, setOn] = useShortcutPreference();
  const lines = [
    { keys: ["/"], does: t("search") },
    ...(clients ? [{ keys: ["g", "c"], does: t("clients") }] : []),
    ...(members ? [{ keys: ["g", "m"], does: t("members") }] : []),
    { keys: ["Ctrl K"], does: t("switcher") },
    { keys: ["?"], does: t("help") },
    { keys: ["Esc"], does: t("close") },
  ];

  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t("title")}>
      <dl className="divide-y">
        {lines.map(({ keys, does }) => (
          <div key={does} className="flex min-h-10 items-center gap-4">
            <dt className="order-2 ms-auto flex flex-none items-center gap-1.5 text-label text-muted">
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 ? t("then") : null}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd className="order-1">{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t pt-4">
        <Switch checked={on} onChange={(event) => setOn(event.target.checked)} hint={t("onHint")}>
          {t("on")}
        </Switch>
      </div>
    </Dialog>
  );
}
