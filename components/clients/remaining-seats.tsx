import { useTranslations } from "next-intl";

/** No remaining seat is shown in amber. The status beside the client's name says it in words. */
export function RemainingSeats({ count }: { count: number }) {
  const t = useTranslations("clients.list");
  if (count > 0) return count;
  return (
    <span className="font-semibold text-warn" title={t("standing.full")}>
      0
    </span>
  );
}
