"use client";

import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { useMessages } from "@/components/forms/use-messages";
import { FileRow } from "@/components/items/file-row";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { download, upload } from "@/components/items/transfer";
import { TransferProblem } from "@/components/items/transfer-problem";
import { type OpenedFile, useFiles } from "@/components/items/use-files";
import { useTransfer } from "@/components/items/use-transfer";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { saveBlob } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";

type Props = { item: ItemRow; actions: Pick<ItemActions, "getKey" | "files"> };

/** The files of an item: each can be downloaded, and whoever edits the item adds and deletes them. */
export function ItemFiles({ item, actions }: Props) {
  const t = useTranslations("vault.files");
  const { failure: say } = useMessages();
  const toast = useToast();
  const { files, failure, withKey } = useFiles(item, actions);
  const { underWay, problem, run, cancel } = useTransfer();
  const { act, busy } = useAct();
  const [leaving, setLeaving] = useState<OpenedFile | null>(null);
  const input = useRef<HTMLInputElement>(null);
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
      {failure ? <Callout tone="bad" title={say(failure)} /> : null}
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
      {underWay ? (
        <div className="flex flex-col gap-2">
          <ProgressBar
            done={underWay.done}
            total={underWay.total}
            doing={t(underWay.way === "up" ? "adding" : "fetching", { name: underWay.name })}
          />
          <div>
            <Button variant="quiet" onClick={cancel}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      ) : null}
      <TransferProblem problem={problem} />
      {mayChange && !underWay ? (
        <div>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t("add")}
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              currentTarget.value = "";
              void add(chosen);
            }}
          />
          <Button variant="quiet" onClick={() => input.current?.click()}>
            <Paperclip aria-hidden="true" className="size-4" />
            {t("add")}
          </Button>
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
