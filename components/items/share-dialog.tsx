"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ItemOwner, ItemRow } from "@/components/items/item";
import { PlaceFields } from "@/components/items/place-fields";
import { type ShareActions, useShare } from "@/components/items/use-share";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  /** Of the person's own. */
  items: readonly ItemRow[];
  /** Organizations with collections that the person may put items into. */
  owners: readonly ItemOwner[];
  actions: ShareActions;
  onClose: (outcome: "kept" | "gone") => void;
};

const Place = z.object({
  organizationId: z.string(),
  collectionIds: z.array(z.string()).min(1, { error: "required" }),
});

/** Moves items of one's own into an organization. */
export function ShareDialog({ items, owners, actions, onClose }: Props) {
  const t = useTranslations("vault.share");
  const vault = useTranslations("vault");
  const toast = useToast();
  const { seal, send } = useShare(items, actions);
  const form = useActionForm({
    schema: Place,
    defaultValues: { organizationId: owners[0]?.organizationId ?? "", collectionIds: [] as string[] },
    seal,
    action: send,
    onDone: () => {
      toast.success(t("done", { count: items.length }));
      onClose("gone");
    },
  });
  const [organizationId, collectionIds] = form.fields.watch(["organizationId", "collectionIds"]);
  const owner = owners.find((each) => each.organizationId === organizationId);
  const [first] = items;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose("kept")}
      title={t("title", { count: items.length, name: first?.content?.name || vault("broken") })}
      description={t("text", { organization: owner?.name ?? "" })}
    >
      <Form form={form}>
        <PlaceFields
          place={{ organizationId, collectionIds }}
          owners={owners}
          isMissing={form.fields.formState.errors.collectionIds !== undefined}
          onChange={(place) => {
            form.fields.setValue("organizationId", place.organizationId, { shouldDirty: true });
            form.fields.setValue("collectionIds", place.collectionIds, { shouldDirty: true });
            form.fields.clearErrors("collectionIds");
          }}
        />
        <DialogEnd form={form}>{t("action")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
