"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RenameDialog } from "@/components/account/rename-dialog";
import type { SessionActions } from "@/components/account/session-row";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { IconButton } from "@/components/ui/icon-button";
import { RowMenu } from "@/components/ui/row-menu";
import { RenameDevice } from "@/lib/domain/account/inputs";
import type { ListedSession } from "@/lib/operations/account/list-sessions";

type Props = {
  session: ListedSession;
  /** What the device is called. */
  device: string;
  actions: SessionActions;
};

/** Names a device, or forgets it. The one that somebody sits at is not forgotten, but logged out. */
export function DeviceMenu({ session: { deviceId, deviceName, current }, device, actions }: Props) {
  const t = useTranslations("account.sessions");
  const [open, setOpen] = useState<"rename" | "forget" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {current ? (
        <IconButton
          label={t("renameThis", { device })}
          icon={<Pencil aria-hidden="true" />}
          onClick={() => setOpen("rename")}
        />
      ) : (
        <RowMenu
          label={t("options", { device })}
          entries={[
            { label: t("rename"), icon: <Pencil aria-hidden="true" />, onSelect: () => setOpen("rename") },
            {
              label: t("forget"),
              icon: <Trash2 aria-hidden="true" />,
              tone: "danger",
              onSelect: () => setOpen("forget"),
            },
          ]}
        />
      )}
      {open === "rename" ? (
        <RenameDialog
          title={t("renameTitle")}
          label={t("name")}
          hint={t("nameHint")}
          optional
          name={deviceName ?? ""}
          schema={RenameDevice.pick({ name: true })}
          rename={(name) => actions.rename({ deviceId, name })}
          done={t("renamed")}
          onClose={close}
        />
      ) : null}
      {open === "forget" ? (
        <ConfirmAction
          title={t("forgetTitle", { device })}
          confirm={t("forget")}
          act={() => actions.forget({ deviceId })}
          done={t("forgotten")}
          onClose={close}
        >
          {t("forgetText")}
        </ConfirmAction>
      ) : null}
    </>
  );
}
