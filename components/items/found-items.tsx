import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useMemo } from "react";
import { ItemsView } from "@/components/items/items-view";
import { matching } from "@/components/items/matches";
import type { OpenedItems } from "@/components/items/open-collection-items";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = Omit<ComponentProps<typeof ItemsView>, "label" | "items" | "empty"> & {
  opened: OpenedItems;
  search: string;
  children?: ReactNode;
};

/** The opened items of a collection that fit a search; how many they are is said. */
export function FoundItems({ opened: { items }, search, children, ...view }: Props) {
  const t = useTranslations("collections");
  const ui = useTranslations("ui");
  const found = useMemo(() => matching(items, search), [items, search]);
  return (
    <>
      <VisuallyHidden>
        <span role="status">{search ? ui("found", { count: found.length }) : null}</span>
      </VisuallyHidden>
      <ItemsView
        label={t("items")}
        items={found}
        empty={
          items.length > 0 ? (
            <Card>
              <EmptyState illustration="keys" title={t("item.none")} />
            </Card>
          ) : null
        }
        {...view}
      />
      {children}
    </>
  );
}
