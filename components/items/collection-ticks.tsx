import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemOwner } from "@/components/items/item";
import { Checkbox } from "@/components/ui/checkbox";

type Collections = ItemOwner["collections"];

type Props = {
  collections: Collections;
  /** Whether all of what this is about is in the collection, some of it or none. */
  isIn: (id: string) => "all" | "some" | "none";
  onTick: (id: string, isIn: boolean) => void;
  /** Whether the owner has more collections than these. */
  areMore?: boolean;
  /** What stands below them: a hint, or what is wrong. */
  children?: ReactNode;
};

/** The collections that items can be put into, each with a box to tick. */
export function CollectionTicks({ collections, isIn, onTick, areMore = false, children }: Props) {
  const t = useTranslations("vault.form");
  const ofCollections = useTranslations("collections");
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("collections")}</legend>
      <div className="flex max-h-72 flex-col gap-1.5 overflow-y-auto">
        {collections.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={isIn(id) === "all"}
            partly={isIn(id) === "some"}
            onChange={({ target }) => onTick(id, target.checked)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {children}
      {areMore ? (
        <p className="text-label text-muted">{ofCollections("firstOnly", { count: collections.length })}</p>
      ) : null}
    </fieldset>
  );
}
