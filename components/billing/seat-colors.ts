import type { Tier } from "@/lib/domain/organization/plans";

/** What seats are drawn in wherever they are: those that clients have of a plan's minimum are in the plan's own. */
export const tierColors: Record<Tier, string> = { teams: "var(--brass)", enterprise: "var(--primary)" };

export const purchasedColor = "var(--info)";
export const unassignedColor = "var(--edge)";
