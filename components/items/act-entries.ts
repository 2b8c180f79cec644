import type { useTranslations } from "next-intl";
import type { AnyAct } from "@/components/items/act-needs";
import type { Offer } from "@/components/items/acts-for";
import type { MenuEntry } from "@/components/ui/menu";

/** What can be done with an item, as entries of a menu. A rule stands above what needs no form. */
export function actEntries(
  offers: readonly Offer[],
  t: ReturnType<typeof useTranslations<"vault.acts">>,
  onAct: (act: AnyAct) => void,
): MenuEntry[] {
  const isForm = ({ act }: Offer) => act === "edit" || act === "clone";
  const first = offers.find((offer) => !isForm(offer));
  return offers.map((offer) => ({
    label: t(offer.act),
    icon: offer.icon,
    divided: offer === first,
    onSelect: () => onAct(offer.act),
    ...((offer.act === "trash" || offer.act === "deleteForGood") && { tone: "danger" as const }),
  }));
}
