"use client";

import { KeyRound, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MethodProps } from "@/components/account/method-props";
import { RenameDialog } from "@/components/account/rename-dialog";
import { useLetPasskeyUnlock } from "@/components/account/use-let-passkey-unlock";
import { useAct } from "@/components/forms/use-act";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { useToast } from "@/components/ui/toast";
import { RenamePasskey } from "@/lib/domain/account/passkey";
import type { OwnPasskey } from "@/lib/operations/account/get-two-step";

/** A passkey, whether it unlocks the vault, and what can be done with it. */
export function PasskeyRow({ passkey, actions, withProof, onRemove }: MethodProps & { passkey: OwnPasskey }) {
  const t = useTranslations("account.twoStep");
  const toast = useToast();
  const { act } = useAct();
  const [isRenaming, setRenaming] = useState(false);
  const letUnlock = useLetPasskeyUnlock(actions, withProof);
  const { id, name, createdAt, lastUsedAt, unlocks } = passkey;
  const date = () => <DateTime value={createdAt} show="date" />;
  const used = () => <DateTime value={lastUsedAt ?? createdAt} show="date" />;
  const unlocking = {
    label: t("letUnlock"),
    icon: <KeyRound aria-hidden="true" />,
    onSelect: () =>
      void act(
        () => letUnlock(id),
        () => toast.success(t("unlocksNow"), t("unlocksNowText")),
      ),
  };
  return (
    <li className="flex items-center justify-between gap-3 px-3 py-2">
      <RowName
        name={name}
        detail={lastUsedAt ? t.rich("usedOn", { date, used }) : t.rich("addedOn", { date })}
        badge={unlocks ? <Badge tone="ok">{t("unlocks")}</Badge> : null}
      />
      <RowMenu
        label={t("options", { name })}
        entries={[
          ...(unlocks ? [] : [unlocking]),
          {
            label: t("rename"),
            icon: <Pencil aria-hidden="true" />,
            onSelect: () => setRenaming(true),
          },
          {
            label: t("remove"),
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger",
            onSelect: () =>
              onRemove({ what: id, title: t("removePasskeyTitle", { name }), text: t("removePasskeyText") }),
          },
        ]}
      />
      {isRenaming ? (
        <RenameDialog
          title={t("renameTitle")}
          label={t("passkeyName")}
          name={name}
          schema={RenamePasskey.pick({ name: true })}
          rename={(typed) => actions.renamePasskey({ passkeyId: id, name: typed })}
          done={t("renamed")}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </li>
  );
}
