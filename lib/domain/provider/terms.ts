import type { z } from "zod";
import type { Plan } from "@/lib/domain/organization/plans";
import type { ProviderTerms } from "@/lib/domain/provider/inputs";

type Terms = z.output<typeof ProviderTerms>;

/** The seat minimums of a form, by plan. */
export const minimumsOf = ({
  teamsSeats,
  enterpriseSeats,
}: Pick<Terms, "teamsSeats" | "enterpriseSeats">): Record<Plan, number> => ({
  teams_monthly: teamsSeats,
  enterprise_monthly: enterpriseSeats,
});

export const sameTerms = (one: Terms, other: Terms): boolean =>
  one.teamsSeats === other.teamsSeats &&
  one.enterpriseSeats === other.enterpriseSeats &&
  one.discountPercent === other.discountPercent;
