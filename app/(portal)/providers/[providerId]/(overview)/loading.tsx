import { useTranslations } from "next-intl";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("portal.overview");
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <div className="grid items-start gap-3.5 @4xl:grid-cols-2">
          {["seats", "people", "clients", "visits"].map((card) => (
            <Skeleton key={card} height="232px" />
          ))}
        </div>
      </PageBody>
    </>
  );
}
