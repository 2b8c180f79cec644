import { useTranslations } from "next-intl";

/** The texts that every row of the list of clients shows: each is put together once, and not for every row. */
export function useColumnNames() {
  const t = useTranslations("clients");
  return {
    columns: {
      name: t("columns.client"),
      assigned: t("columns.assigned"),
      used: t("columns.used"),
      remaining: t("columns.remaining"),
      plan: t("columns.plan"),
    },
    plans: { teams: t("plans.teams"), enterprise: t("plans.enterprise") },
  };
}
