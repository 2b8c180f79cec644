"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { saveFile } from "@/components/ui/save-file";
import { ShownOnce } from "@/components/ui/unsaved";

type Props = { codes: readonly string[]; onClose: () => void };

/** Recovery codes, shown once. Whoever closes this by a slip is asked first. */
export function RecoveryCodes({ codes, onClose }: Props) {
  const t = useTranslations("account.twoStep");
  const text = `${codes.join("\n")}\n`;

  const save = () => saveFile("trousseau-recovery-codes.txt", "text/plain", text);

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("codesTitle")}>
      <ShownOnce />
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t("codesText")}</p>
        <ol className="grid grid-cols-1 gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-2.5">
          <Button variant="quiet" size="s" onClick={save}>
            {t("saveCodes")}
          </Button>
          <CopyButton label={t("copyCodes")} value={text} />
        </div>
        <DialogFooter>
          <Button onClick={onClose}>{t("kept")}</Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
