"use client";

import { useTranslations } from "next-intl";
import { DestinationFields, LeftOutField } from "@/components/import/destination-fields";
import type { Place } from "@/components/import/import-page";
import type { useChoice } from "@/components/import/use-choice";
import type { Preview } from "@/lib/import/preview";

type Props = {
  preview: Extract<Preview, { kind: "items" }>;
  place: Place;
  choice: ReturnType<typeof useChoice>;
};

/** Where the items of a file go, and which of them stay away. */
export function ChoiceFields({ preview, place, choice }: Props) {
  const t = useTranslations("import");
  const { organizationId, mayMakeCollections, restricted } = place;
  const barred = restricted.filter((type) => preview.types[type]);
  return (
    <>
      {barred.length > 0 ? (
        <p className="text-warn">
          {t("restricted", {
            types: barred.map((type) => t(`types.${type}`, { count: preview.types[type] ?? 0 })).join(", "),
          })}
        </p>
      ) : null}
      {organizationId ? (
        <DestinationFields
          folders={preview.folders}
          collections={choice.collections}
          mayMakeCollections={mayMakeCollections}
          placed={choice.placed}
          onPlace={choice.onPlace}
        />
      ) : preview.folders.some(({ path }) => path !== "") ? (
        <p className="text-muted">{t("ownFolders")}</p>
      ) : null}
      <LeftOutField
        what="leaveRepeated"
        count={preview.repeated}
        leaves={choice.leavesRepeated}
        onLeave={choice.setLeavesRepeated}
      />
      <LeftOutField
        what={organizationId ? "leaveThereAnywhere" : "leaveThere"}
        count={choice.there.all}
        leaves={choice.leavesThere}
        onLeave={choice.setLeavesThere}
      />
    </>
  );
}
