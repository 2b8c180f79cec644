"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { RadioCards } from "@/components/ui/radio-cards";
import { planFacts, plans } from "@/lib/domain/organization/plans";

/** The plans, with what each includes. */
export function PlanCards({ field }: { field: UseFormRegisterReturn<"plan"> }) {
  const t = useTranslations("organizations.new");
  const inClients = useTranslations("clients");
  return (
    <RadioCards
      legend={inClients("newDialog.plan")}
      options={plans.map((value) => {
        const { tier } = planFacts[value];
        return { value, label: inClients(`plans.${tier}`), hint: t(`plans.${tier}`) };
      })}
      {...field}
    />
  );
}
