"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { useMessages } from "@/components/forms/use-messages";
import { ChooseFiles } from "@/components/items/choose-files";
import { FileRow } from "@/components/items/file-row";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { download, upload } from "@/components/items/transfer";
import { TransferProblem } from "@/components/items/transfer-problem";
import { TransferProgress } from "@/components/items/transfer-progress";
import { type OpenedFile, useFiles } from "@/components/items/use-files";
import { useTransfer } from "@/components/items/use-transfer";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FailureCallout } from "@/components/ui/failure-callout";
import { saveBlob } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";

type Props = { item: ItemRow; actions: Pick<ItemActions, "getKey" | "files"> };

/** The files of an item: each can be downloaded, and whoever edits the item adds and deletes them. */
export function ItemFiles({ item, actions }: Props) {
  const t = useTranslations("vault.files");
  const { failure: say } = useMessages();
  const toast = useToast();
  const { files, failure, tryAgain, withKey } = useFiles(item, actions);
  const { underWay, problem, run, cancel } = useTransfer();
  const { act, busy } = useAct();
  const [leaving, setLeaving] = useState<OpenedFile | null>(null);
  const mayChange = item.may.edit && item.deletedAt === null && item.damage.length === 0;

  async function add(chosen: readonly File[]) {
    for (const file of chosen) {
      const way = { way: "up" as const, name: file.name };
      const done = await run(way, (rest) => upload(item, file, { ...rest, withKey, actions: actions.files }));
      if (!done) return;
      const isSecond = files?.some(({ name }) => name === file.name);
      toast.success(t(isSecond ? "addedBeside" : "added", { name: file.name }));
    }
  }

  async function fetchFile(file: OpenedFile) {
    const name = file.name ?? t("unnamed");
    const way = { way: "down" as const, name };
    const done = await run(way, (rest) => download(item, file, { ...rest, withKey, actions: actions.files }));
    if (done) saveBlob(name, done.result);
  }

  if (!mayChange && files?.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2.5">
      <h3 className="text-muted text-xs">{t("title")}</h3>
      {failure ? <FailureCallout title={say(failure)} onRetry={tryAgain} /> : null}
      {files && files.length > 0 ? (
        <ul className="flex flex-col gap-1.5">
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              isBusy={underWay !== null}
              onDownload={() => void fetchFile(file)}
              onDelete={mayChange ? () => setLeaving(file) : null}
            />
          ))}
        </ul>
      ) : null}
      {underWay ? <TransferProgress underWay={underWay} cancel={cancel} /> : null}
      <Unsaved when={underWay?.way === "up"} />
      <TransferProblem problem={problem} />
      {mayChange ? (
        <div>
          <ChooseFiles busy={underWay !== null} onChosen={(chosen) => void add(chosen)} />
        </div>
      ) : null}
      {leaving ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => open || setLeaving(null)}
          title={t("deleteTitle", { name: leaving.name ?? t("unnamed") })}
          confirm={t("delete")}
          busy={busy}
          onConfirm={() =>
            void act(
              () => actions.files.remove({ attachmentId: leaving.id }),
              () => setLeaving(null),
            )
          }
        >
          {t("deleteText")}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
