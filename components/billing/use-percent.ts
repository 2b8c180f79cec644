import { useFormatter } from "next-intl";
import { percentOf } from "@/lib/i18n/percent";

/** Writes whole percents, such as those of a discount, as the reader's language writes them. */
export function usePercent() {
  const format = useFormatter();
  return (percent: number) => percentOf(format, percent);
}
