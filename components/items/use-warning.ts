import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FieldWarning } from "@/components/items/field-warnings";

/** How long somebody stops who has finished typing. */
const restMs = 600;

/**
 * What is said of a value that looks wrong, or nothing. While somebody types, most of it looks wrong: it is said once
 * they rest, and goes as soon as it is right.
 */
export function useWarning(warning: FieldWarning | null): string | undefined {
  const t = useTranslations("vault.form.warnings");
  const [rested, setRested] = useState(warning);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(warning), restMs);
    return () => window.clearTimeout(timer);
  }, [warning]);
  return warning !== null && warning === rested ? t(warning) : undefined;
}
