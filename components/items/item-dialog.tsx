"use client";

import { useTranslations } from "next-intl";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import type { ItemActions, ItemOwner } from "@/components/items/item";
import { OwnerFields } from "@/components/items/owner-fields";
import { PasswordField } from "@/components/items/password-field";
import { type EditedRow, useItemForm } from "@/components/items/use-item-form";
import { WebsiteFields } from "@/components/items/website-fields";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { uninvited } from "@/components/ui/uninvited";

type Props = {
  /** Null for a new item. */
  edited: EditedRow | null;
  owners: readonly ItemOwner[];
  /** Chosen from the start. */
  initial: { organizationId: string; collectionIds: string[] };
  actions: ItemActions;
  onClose: () => void;
};

/** Makes a login, or changes one. */
export function ItemDialog({ edited, owners, initial, actions, onClose }: Props) {
  const t = useTranslations("vault.form");
  const vault = useTranslations("vault");
  const toast = useToast();
  const form = useItemForm({
    edited,
    initial,
    actions,
    onDone: () => {
      toast.success(t(edited ? "saved" : "created"));
      onClose();
    },
  });

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t(edited ? "edit" : "new")}>
      {edited && edited.row.damage.length > 0 ? (
        <div className="mb-4">
          <Callout tone="warn" title={vault("damage.title")}>
            {vault("damage.form")}
          </Callout>
        </div>
      ) : null}
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} {...uninvited} />}
        </FormField>
        {edited ? null : <OwnerFields form={form} owners={owners} />}
        <FormField form={form} name="username" label={t("username")} optional>
          {(control) => <Input {...control} {...uninvited} spellCheck={false} />}
        </FormField>
        {edited && !edited.row.may.reveal ? null : <PasswordField form={form} />}
        <WebsiteFields form={form} />
        <FormField form={form} name="notes" label={t("notes")} optional>
          {(control) => <Textarea {...control} {...uninvited} />}
        </FormField>
        <DialogEnd form={form}>{t("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
