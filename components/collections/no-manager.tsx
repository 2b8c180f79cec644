import { useTranslations } from "next-intl";
import type { Access } from "@/components/collections/collection-actions";
import { Callout } from "@/components/ui/callout";

/** Warns where nobody who is given a collection manages it. */
export function NoManager({ access: { members, groups } }: { access: Access }) {
  const t = useTranslations("collections.access");
  if ([...members, ...groups].some(({ permission }) => permission === "manage")) return null;
  return (
    <Callout tone="warn" title={t("noManager")}>
      {t("noManagerText")}
    </Callout>
  );
}
