"use client";

import { useTranslations } from "next-intl";
import { FileRow } from "@/components/items/file-row";
import { TransferProblem } from "@/components/items/transfer-problem";
import { TransferProgress } from "@/components/items/transfer-progress";
import type { NewFiles } from "@/components/items/use-new-files";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";

type Props = {
  sending: NewFiles;
  /** Sends again what is left. */
  onAgain: () => void;
  onClose: () => void;
};

/** Shows how the files go to an item that was just saved, and asks what to do with those that did not. */
export function SendFiles({ sending, onAgain, onClose }: Props) {
  const t = useTranslations("vault.files.sending");
  const { files, underWay, problem, cancel } = sending;
  const count = files.length;
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")} held={underWay !== null}>
      <div className="flex flex-col gap-3">
        <p role="status">{underWay ? t("saved") : t("left", { count })}</p>
        {underWay ? (
          <TransferProgress underWay={underWay} cancel={cancel} />
        ) : (
          <ul className="flex flex-col gap-1.5">
            {files.map((file) => (
              <FileRow key={file.id} file={file} isBusy={false} onDownload={null} onDelete={null} />
            ))}
          </ul>
        )}
        <TransferProblem problem={problem} />
      </div>
      {underWay ? null : (
        <DialogFooter>
          <Button onClick={onAgain}>{t("again")}</Button>
          <Button variant="quiet" onClick={onClose}>
            {t("without", { count })}
          </Button>
        </DialogFooter>
      )}
    </Dialog>
  );
}
