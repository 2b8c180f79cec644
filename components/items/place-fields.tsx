"use client";

import { useTranslations } from "next-intl";
import { CollectionTicks } from "@/components/items/collection-ticks";
import type { ItemOwner } from "@/components/items/item";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** Empty for one's own vault. */
type Place = { organizationId: string; collectionIds: string[] };

type Props = {
  place: Place;
  owners: readonly ItemOwner[];
  /** No collection was chosen where one has to be. */
  isMissing: boolean;
  onChange: (place: Place) => void;
};

/** To whom items are to belong, and in which of their collections they go. */
export function PlaceFields({
  place: { organizationId, collectionIds },
  owners,
  isMissing,
  onChange,
}: Props) {
  const t = useTranslations("vault.form");
  const owner = owners.find((each) => (each.organizationId ?? "") === organizationId);
  const isOwn = (id: string) => owner?.collections.some((each) => each.id === id && each.isOwn) ?? false;
  const isOwnAlone = collectionIds.length > 0 && collectionIds.every(isOwn);

  /** An item is in a collection of one's own alone, or in shared ones: choosing of one kind drops the other. */
  function tick(id: string, isIn: boolean) {
    const rest = collectionIds.filter((each) => each !== id && !(isIn && isOwn(each) !== isOwn(id)));
    onChange({ organizationId, collectionIds: isIn ? [...rest, id] : rest });
  }

  return (
    <>
      {owners.length > 1 ? (
        <Field label={t("owner")}>
          {(control) => (
            <Select
              {...control}
              value={organizationId}
              options={owners.map((each) => ({ value: each.organizationId ?? "", label: each.name }))}
              onChange={({ target }) => onChange({ organizationId: target.value, collectionIds: [] })}
            />
          )}
        </Field>
      ) : null}
      {owner?.organizationId ? (
        <CollectionTicks
          collections={owner.collections}
          isIn={(id) => (collectionIds.includes(id) ? "all" : "none")}
          onTick={tick}
          areMore={owner.areMore ?? false}
        >
          {isMissing ? (
            <p role="alert" className="text-bad text-label">
              {t("needsCollection")}
            </p>
          ) : (
            <p className="text-label text-muted">
              {t(isOwnAlone ? "ownHint" : "collectionsHint")}{" "}
              {owner.collections.some((each) => each.isOwn) ? t("ownAloneHint") : null}
            </p>
          )}
        </CollectionTicks>
      ) : null}
    </>
  );
}
