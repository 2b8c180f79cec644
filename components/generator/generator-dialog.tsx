"use client";

import { useTranslations } from "next-intl";
import { Generator } from "@/components/generator/generator";
import { useGenerator } from "@/components/generator/use-generator";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";

type Props = { onUse: (text: string) => void; onClose: () => void };

/** Generates a secret for a form that stands below. */
export function GeneratorDialog({ onUse, onClose }: Props) {
  const t = useTranslations("generator");
  const state = useGenerator();

  function use() {
    state.keep();
    onUse(state.text);
    onClose();
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")} description={t("text")}>
      <Generator state={state} kinds={["password", "passphrase"]} />
      <DialogFooter>
        <Button onClick={use}>{t("use")}</Button>
        <DialogCancel />
      </DialogFooter>
    </Dialog>
  );
}
