import { useTranslations } from "next-intl";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export default function Loading() {
  const t = useTranslations("ui");
  const title = (
    <>
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton width="160px" height="28px" />
    </>
  );
  return (
    <>
      <PageHeader title={title} />
      <PageBody>
        <TableSkeleton />
      </PageBody>
    </>
  );
}
