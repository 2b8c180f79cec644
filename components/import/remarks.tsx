"use client";

import { useTranslations } from "next-intl";
import { isTextPart } from "@/components/items/text-parts";
import { Callout } from "@/components/ui/callout";
import type { Preview } from "@/lib/import/preview";
import type { Remark } from "@/lib/import/trouble";

type Props = { remarks: readonly Remark[]; counts: Extract<Preview, { kind: "items" }>["remarked"] };

/** Parts that items of every type have, and lists. */
const ownParts = ["name", "notes", "uris", "fields", "passwordHistory", "reprompt"] as const;
const isOwnPart = (path: string): path is (typeof ownParts)[number] =>
  (ownParts as readonly string[]).includes(path);

/** What of a file is left out, or is not quite as it was, row by row. */
export function Remarks({ remarks, counts }: Props) {
  const t = useTranslations("import");
  const labels = useTranslations("vault.parts");
  const labelOf = (path: string) =>
    isTextPart(path) ? labels(path) : isOwnPart(path) ? t(`parts.${path}`) : path;
  if (counts.all === 0) return null;
  return (
    <Callout
      tone={counts.leftOut > 0 ? "warn" : "info"}
      title={
        counts.leftOut > 0 ? t("leftOut", { count: counts.leftOut }) : t("changed", { count: counts.all })
      }
    >
      <details open={counts.all <= 5}>
        <summary className="cursor-pointer">{t("whatAndWhy")}</summary>
        <ul className="mt-1.5 flex max-h-80 flex-col gap-1 overflow-y-auto">
          {remarks.map((remark) => (
            <li key={`${remark.what} ${remark.place} ${remark.found} ${remark.part?.path}`}>
              {t(`remarks.${remark.what}`, {
                place: remark.place,
                name: remark.name ?? "–",
                found: remark.found ?? "",
                part: labelOf(remark.part?.path ?? ""),
              })}
            </li>
          ))}
          {remarks.length < counts.all ? (
            <li>{t("moreRemarks", { count: counts.all - remarks.length })}</li>
          ) : null}
        </ul>
      </details>
    </Callout>
  );
}
