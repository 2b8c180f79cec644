"use client";

import { useTranslations } from "next-intl";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemOwner } from "@/components/items/item";
import type { ItemValues } from "@/components/items/item-values";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type Props = { form: ActionForm<ItemValues, ItemValues>; owners: readonly ItemOwner[] };

/** To whom a new item belongs, and in which of their collections it goes. */
export function OwnerFields({ form, owners }: Props) {
  const t = useTranslations("vault.form");
  const ofCollections = useTranslations("collections");
  const { watch, setValue, formState } = form.fields;
  const [organizationId, collectionIds] = watch(["organizationId", "collectionIds"]);
  const owner = owners.find((each) => (each.organizationId ?? "") === organizationId);

  const placed = owner?.collections.filter(({ id }) => collectionIds.includes(id)) ?? [];
  const isOwnAlone = placed.length > 0 && placed.every(({ isOwn }) => isOwn);

  /** An item is in a collection of one's own alone, or in shared ones: choosing of one kind drops the other. */
  function toggle(id: string, chosen: boolean) {
    const isOwn = (each: string) =>
      owner?.collections.some((collection) => collection.id === each && collection.isOwn) ?? false;
    const rest = collectionIds.filter((each) => each !== id && !(chosen && isOwn(each) !== isOwn(id)));
    setValue("collectionIds", chosen ? [...rest, id] : rest, { shouldDirty: true });
    form.fields.clearErrors("collectionIds");
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
              onChange={({ target }) => {
                setValue("organizationId", target.value);
                setValue("collectionIds", []);
              }}
            />
          )}
        </Field>
      ) : null}
      {owner?.organizationId ? (
        <fieldset className="flex min-w-0 flex-col gap-1.5">
          <legend className="mb-1.5 font-medium text-label text-muted">{t("collections")}</legend>
          {owner.collections.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={collectionIds.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            >
              {name}
            </Checkbox>
          ))}
          {formState.errors.collectionIds ? (
            <p role="alert" className="text-bad text-label">
              {t("needsCollection")}
            </p>
          ) : (
            <p className="text-label text-muted">
              {t(isOwnAlone ? "ownHint" : "collectionsHint")}{" "}
              {owner.collections.some(({ isOwn }) => isOwn) ? t("ownAloneHint") : null}
            </p>
          )}
          {owner.areMore ? (
            <p className="text-label text-muted">
              {ofCollections("firstOnly", { count: owner.collections.length })}
            </p>
          ) : null}
        </fieldset>
      ) : null}
    </>
  );
}
