"use client";

import { Download, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { OpenedFile } from "@/components/items/use-files";
import { IconButton } from "@/components/ui/icon-button";

type Props = {
  /** Without a name, it does not open. */
  file: Pick<OpenedFile, "name" | "size">;
  isBusy: boolean;
  /** Null for one that is not kept yet. */
  onDownload: (() => void) | null;
  /** Null for whoever may not delete it. */
  onDelete: (() => void) | null;
};

const kibi = 1024;

const inTenths = (value: number) => Math.round(value * 10) / 10;

/** A number of bytes in the unit that it is read best in. What is smaller than a unit is a little larger when it is sealed. */
function inUnits(bytes: number): { unit: "less" | "kb" | "mb"; value: number } {
  if (bytes < kibi) return { unit: "less", value: 1 };
  return bytes < kibi ** 2
    ? { unit: "kb", value: inTenths(bytes / kibi) }
    : { unit: "mb", value: inTenths(bytes / kibi ** 2) };
}

/** One file of an item: what it is called, how large it is, and what can be done with it. */
export function FileRow({ file, isBusy, onDownload, onDelete }: Props) {
  const t = useTranslations("vault.files");
  const name = file.name ?? t("unnamed");
  return (
    <li className="flex min-h-9.5 items-center gap-2 rounded-avatar border bg-sunk py-1 ps-3 pe-1.5">
      <span className="min-w-0 flex-1 wrap-anywhere font-medium">{name}</span>
      <span className="flex-none text-label text-muted tabular-nums">{t("size", inUnits(file.size))}</span>
      {file.name === null || !onDownload ? null : (
        <IconButton
          label={t("download", { name })}
          icon={<Download aria-hidden="true" className="size-4" />}
          size="s"
          disabled={isBusy}
          onClick={onDownload}
        />
      )}
      {onDelete ? (
        <IconButton
          label={t(onDownload ? "remove" : "leaveOut", { name })}
          icon={<Trash2 aria-hidden="true" className="size-4" />}
          size="s"
          disabled={isBusy}
          onClick={onDelete}
        />
      ) : null}
    </li>
  );
}
