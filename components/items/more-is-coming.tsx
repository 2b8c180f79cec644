import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";

/** Says at the foot of the window that a list is not whole yet. Nothing moves when it goes. */
export function MoreIsComing() {
  const t = useTranslations("vault");
  return (
    <p
      role="status"
      className="sticky bottom-4 flex items-center gap-2 self-center rounded-control border bg-raised px-3 py-1.5 text-label text-muted shadow-float"
    >
      <Spinner />
      {t("opening")}
    </p>
  );
}
