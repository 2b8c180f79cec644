"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { ItemRow } from "@/components/items/item";
import type { useItemActs } from "@/components/items/use-item-acts";

type Props = {
  items: readonly ItemRow[];
  /** Into the trash, or for good. */
  how: "trash" | "deleteForGood";
  acts: Pick<ReturnType<typeof useItemActs>, "run" | "sendAll">;
  onClose: (outcome: "kept" | "gone") => void;
};

/** Asks before items go. */
export function DeleteItems({ items, how, acts, onClose }: Props) {
  const t = useTranslations("vault.deletion");
  const done = useTranslations("vault.acts.done");
  const [first] = items;
  const count = items.length;
  const name = first?.content?.name || t("noName");
  const shared = items.some(({ organizationId }) => organizationId !== null) ? "yes" : "no";
  return (
    <ConfirmAction
      title={t(`${how}.title`, { count, name })}
      confirm={t(`${how}.action`)}
      act={() => acts.sendAll(how, items)}
      done={done(how, { count })}
      {...(how === "trash" && { undo: () => void acts.run("restore", items) })}
      onClose={() => onClose("kept")}
      onDone={() => onClose("gone")}
    >
      {t(`${how}.text`, { shared })}
    </ConfirmAction>
  );
}
