import { useTranslations } from "next-intl";
import { Tooltip } from "@/components/ui/tooltip";

/** No remaining seat is shown in amber and said in words. */
export function RemainingSeats({ count }: { count: number }) {
  const t = useTranslations("clients.list");
  if (count > 0) return count;
  return (
    <Tooltip content={t("noSeat")}>
      <button
        type="button"
        className="relative z-1 rounded-small font-semibold text-warn"
        aria-label={`0, ${t("noSeat")}`}
      >
        0
      </button>
    </Tooltip>
  );
}
