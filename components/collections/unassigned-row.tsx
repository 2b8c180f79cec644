import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { IconTile } from "@/components/ui/icon-tile";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import { unassignedCounted } from "@/lib/domain/collection/inputs";

/** The items in no collection, before all collections. */
export function UnassignedRow({ count, href }: { count: number; href: string | null }) {
  const t = useTranslations("collections");
  return (
    <Tr>
      {/* As wide as the box of the other rows, so that names begin at one line. */}
      <Td narrow="select">
        <span className="block size-6" />
      </Td>
      <Td narrow="lead">
        <RowName
          picture={
            <IconTile>
              <Inbox aria-hidden="true" />
            </IconTile>
          }
          name={t("unassigned")}
          {...(href && { href })}
        />
      </Td>
      <Td narrow="hidden">{null}</Td>
      <Td narrow="hidden">{null}</Td>
      <Td label={t("items")} numeric>
        {count > unassignedCounted ? t("more", { count: unassignedCounted }) : count}
      </Td>
      <Td label={t("yourPermission")}>
        <Badge tone="ok">{t("permissions.edit")}</Badge>
      </Td>
      <Td narrow="hidden">{null}</Td>
    </Tr>
  );
}
