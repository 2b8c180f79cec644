"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ItemRow } from "@/components/items/item";
import type { OpenedFolder } from "@/components/items/open-vault";
import type { useItemActs } from "@/components/items/use-item-acts";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";

type Props = {
  items: readonly ItemRow[];
  folders: readonly OpenedFolder[];
  putInto: ReturnType<typeof useItemActs>["putIntoFolder"];
  onClose: () => void;
};

/** Puts items into one of the person's folders, or takes them out. To others they stay where they are. */
export function MoveToFolderDialog({ items, folders, putInto, onClose }: Props) {
  const t = useTranslations("vault.folder");
  const vault = useTranslations("vault");
  const toast = useToast();
  const [first] = items;
  const isOfAll = items.every(({ marks }) => marks.folderId === first?.marks.folderId);
  const form = useActionForm({
    schema: z.object({ folderId: z.string() }),
    defaultValues: { folderId: (isOfAll && first?.marks.folderId) || "" },
    action: ({ folderId }) => putInto(folderId || null, items),
    onDone: () => {
      toast.success(t("moved", { count: items.length }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("move", { count: items.length, name: first?.content?.name || vault("broken") })}
    >
      <Form form={form}>
        <FormField form={form} name="folderId" label={t("one")} hint={t("moveHint")}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "", label: t("none") },
                ...folders.map(({ id, name }) => ({ value: id, label: name ?? vault("broken") })),
              ]}
            />
          )}
        </FormField>
        <DialogEnd form={form}>{t("moveAction")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
