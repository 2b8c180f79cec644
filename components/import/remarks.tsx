"use client";

import { useTranslations } from "next-intl";
import { isTextPart } from "@/components/items/text-parts";
import { Callout } from "@/components/ui/callout";
import type { Remarked } from "@/lib/import/preview";

type Props = { what: "leftOut" | "changed"; remarked: Remarked };

/** Parts that items of every type have, and lists. */
const ownParts = ["name", "notes", "uris", "fields", "passwordHistory", "reprompt"] as const;
const isOwnPart = (path: string): path is (typeof ownParts)[number] =>
  (ownParts as readonly string[]).includes(path);

/** What of a file is left out, or what is not quite as it was, row by row. */
export function Remarks({ what, remarked: { remarks, count } }: Props) {
  const t = useTranslations("import");
  const labels = useTranslations("vault.parts");
  const labelOf = (path: string) =>
    isTextPart(path) ? labels(path) : isOwnPart(path) ? t(`parts.${path}`) : path;
  if (count === 0) return null;
  return (
    <Callout tone={what === "leftOut" ? "warn" : "info"} title={t(what, { count })}>
      <details open={count <= 5}>
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
          {remarks.length < count ? <li>{t("moreRemarks", { count: count - remarks.length })}</li> : null}
        </ul>
      </details>
    </Callout>
  );
}
