import { useFormatter } from "next-intl";
import { currency } from "@/lib/domain/billing/prices";

/** Writes an amount of cents as the reader's language writes money. Intl begins a negative one with a hyphen. */
export function useMoney() {
  const format = useFormatter();
  return (cents: number) => format.number(cents / 100, { style: "currency", currency }).replace("-", "−");
}
