import { useTranslations } from "next-intl";
import { PageSkeleton } from "@/components/shell/page-skeleton";

export default function Loading() {
  const t = useTranslations("blueprints");
  return <PageSkeleton title={t("title")} />;
}
