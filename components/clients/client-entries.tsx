import { LayoutTemplate, Pencil, Tags, Unlink, Users } from "lucide-react";
import type { useTranslations } from "next-intl";
import type { Act } from "@/components/clients/client-act";
import type { ClientRow } from "@/components/clients/clients";
import type { MenuEntry } from "@/components/ui/menu";
import type { ProviderPermission } from "@/lib/domain/provider/permissions";

/** What the viewer may do in the provider, and what only its suspension takes from them. */
export type Allowed = { may: readonly ProviderPermission[]; heldBack: readonly ProviderPermission[] };

/**
 * What can be begun with one client. A suspended one is neither renamed, given seats nor let go; while the provider is
 * suspended, nothing is begun, and each entry says so.
 */
export function entriesOf(
  { standing }: Pick<ClientRow, "standing">,
  t: ReturnType<typeof useTranslations<"clients">>,
  { may, heldBack }: Allowed,
  begin: (kind: Act["kind"]) => void,
): MenuEntry[] {
  const offered = (permission: ProviderPermission) =>
    may.includes(permission) || heldBack.includes(permission);
  const heldUp = heldBack.includes("administer_clients") && {
    disabled: true,
    why: t("list.providerSuspended"),
  };
  const suspended = heldUp || (standing === "suspended" && { disabled: true, why: t("list.isSuspended") });
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
    {
      label: t("list.tags"),
      icon: <Tags aria-hidden="true" />,
      onSelect: () => begin("tags"),
      ...heldUp,
    },
    offered("use_blueprints") && {
      label: t("list.blueprint"),
      icon: <LayoutTemplate aria-hidden="true" />,
      onSelect: () => begin("blueprint"),
      ...suspended,
    },
    offered("unlink_clients") && {
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
