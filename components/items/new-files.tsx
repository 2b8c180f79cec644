"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChooseFiles } from "@/components/items/choose-files";
import { FileRow } from "@/components/items/file-row";
import { fileOfDevice } from "@/components/items/new-file";
import { type Problem, problemOf } from "@/components/items/transfer";
import { TransferProblem } from "@/components/items/transfer-problem";
import type { NewFiles as Chosen } from "@/components/items/use-new-files";
import { Unsaved } from "@/components/ui/unsaved";

type Props = { chosen: Pick<Chosen, "files" | "setFiles" | "isChanged"> };

/** Chooses files in the form of an item. What cannot be kept is said at once. */
export function NewFiles({ chosen: { files, setFiles, isChanged } }: Props) {
  const t = useTranslations("vault.files");
  const [problem, setProblem] = useState<(Problem & { name: string }) | null>(null);

  function choose(chosen: readonly File[]) {
    const wrong = chosen.find((file) => problemOf(file) !== null);
    const is = wrong && problemOf(wrong);
    setProblem(is ? { ...is, name: wrong.name } : null);
    const right = chosen.filter((file) => problemOf(file) === null);
    if (right.length > 0) setFiles([...files, ...right.map(fileOfDevice)]);
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("title")}</legend>
      <Unsaved when={isChanged} />
      {files.length > 0 ? (
        <ul className="flex flex-col gap-1.5">
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              isBusy={false}
              onDownload={null}
              onDelete={() => setFiles(files.filter(({ id }) => id !== file.id))}
            />
          ))}
        </ul>
      ) : null}
      <TransferProblem problem={problem} />
      <div>
        <ChooseFiles onChosen={choose} />
      </div>
    </fieldset>
  );
}
