"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { CollectionTicks } from "@/components/items/collection-ticks";
import type { ItemActions, ItemOwner, ItemRow } from "@/components/items/item";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  /** Of one organization. */
  items: readonly ItemRow[];
  owner: ItemOwner;
  actions: Pick<ItemActions, "assign">;
  onClose: () => void;
};

/** What was ticked or unticked, by the ids of collections. */
const Ticked = z.object({ ticked: z.record(z.string(), z.boolean()) });

/** Says in which of the collections that the person may change items are. Where else they are, they stay. */
export function AssignDialog({ items, owner, actions, onClose }: Props) {
  const t = useTranslations("vault.assign");
  const vault = useTranslations("vault");
  const toast = useToast();
  const collections = owner.collections.filter(({ isOwn }) => !isOwn);
  const isKeptInOwn = items.some(({ collectionIds }) =>
    owner.collections.some(({ id, isOwn }) => isOwn && collectionIds.includes(id)),
  );

  const countIn = (id: string) => items.filter(({ collectionIds }) => collectionIds.includes(id)).length;
  const form = useActionForm({
    schema: Ticked,
    defaultValues: { ticked: {} },
    action: ({ ticked }) => {
      const changed = Object.entries(ticked);
      return actions.assign({
        itemIds: items.map(({ id }) => id),
        given: changed.flatMap(([id, isIn]) => (isIn && countIn(id) < items.length ? [id] : [])),
        taken: changed.flatMap(([id, isIn]) => (!isIn && countIn(id) > 0 ? [id] : [])),
      });
    },
    onDone: () => {
      toast.success(t("done", { count: items.length }));
      onClose();
    },
  });
  const ticked = form.fields.watch("ticked");
  const isIn = (id: string) => {
    if (ticked[id] !== undefined) return ticked[id] ? "all" : "none";
    const count = countIn(id);
    return count === 0 ? "none" : count === items.length ? "all" : "some";
  };
  const [first] = items;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count: items.length, name: first?.content?.name || vault("broken") })}
    >
      <Form form={form}>
        {collections.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <CollectionTicks
            collections={collections}
            isIn={isIn}
            onTick={(id, isIn) =>
              form.fields.setValue("ticked", { ...ticked, [id]: isIn }, { shouldDirty: true })
            }
            areMore={owner.areMore ?? false}
          >
            <p className="text-label text-muted">
              {vault("form.collectionsHint")} {isKeptInOwn ? t("leavesOwn") : t("elsewhere")}
            </p>
          </CollectionTicks>
        )}
        <DialogEnd form={form}>{t("action")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
