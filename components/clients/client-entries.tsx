import { LayoutTemplate, Pencil, Tags, Unlink, Users } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { Act } from "@/components/clients/client-act";
import type { ClientRow } from "@/components/clients/clients";
import type { MenuEntry } from "@/components/ui/menu";
import type { ProviderPermission } from "@/lib/domain/provider/permissions";

/** What can be begun with one client. A suspended one is neither renamed, given seats nor let go. */
export function entriesOf(
  { standing }: Pick<ClientRow, "standing">,
  t: ReturnType<typeof useTranslations<"clients">>,
  may: readonly ProviderPermission[],
  begin: (kind: Act["kind"]) => void,
): MenuEntry[] {
  const suspended = standing === "suspended" && { disabled: true, why: t("list.isSuspended") };
  const entries: (MenuEntry | false)[] = [
    {
      label: t("list.rename"),
      icon: <Pencil aria-hidden="true" />,
      onSelect: () => begin("rename"),
      ...suspended,
    },
    {
      label: t("list.seats"),
      icon: <Users aria-hidden="true" />,
      onSelect: () => begin("seats"),
      ...suspended,
    },
    { label: t("list.tags"), icon: <Tags aria-hidden="true" />, onSelect: () => begin("tags") },
    may.includes("use_blueprints") && {
      label: t("list.blueprint"),
      icon: <LayoutTemplate aria-hidden="true" />,
      onSelect: () => begin("blueprint"),
      ...suspended,
    },
    may.includes("unlink_clients") && {
      label: t("unlink.action"),
      icon: <Unlink aria-hidden="true" />,
      tone: "danger",
      divided: true,
      onSelect: () => begin("unlink"),
      ...suspended,
    },
  ];
  return entries.filter((entry) => entry !== false);
}
