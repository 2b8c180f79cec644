import { useFormatter } from "next-intl";
import { currency } from "@/lib/domain/billing/prices";

/** Writes an amount of cents as the reader's language writes money. */
export function useMoney() {
  const format = useFormatter();
  return (cents: number) => format.number(cents / 100, { style: "currency", currency });
}
