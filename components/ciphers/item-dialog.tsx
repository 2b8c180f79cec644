"use client";

import { useTranslations } from "next-intl";
import type { ItemActions, ItemOwner, ShownItem } from "@/components/ciphers/item";
import { OwnerFields } from "@/components/ciphers/owner-fields";
import { PasswordField } from "@/components/ciphers/password-field";
import { useItemForm } from "@/components/ciphers/use-item-form";
import { WebsiteFields } from "@/components/ciphers/website-fields";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";

type Props = {
  /** Null for a new item. */
  item: ShownItem | null;
  owners: readonly ItemOwner[];
  /** Chosen from the start. */
  initial: { organizationId: string; collectionIds: string[] };
  actions: ItemActions;
  onClose: () => void;
};

/** Makes a login, or changes one. */
export function ItemDialog({ item, owners, initial, actions, onClose }: Props) {
  const t = useTranslations("vault.form");
  const vault = useTranslations("vault");
  const toast = useToast();
  const form = useItemForm({
    item,
    initial,
    actions,
    onDone: () => {
      toast.success(t(item ? "saved" : "created"));
      onClose();
    },
  });

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t(item ? "edit" : "new")}>
      {item && item.damage.length > 0 ? (
        <div className="mb-4">
          <Callout tone="warn" title={vault("damage.title")}>
            {vault("damage.form")}
          </Callout>
        </div>
      ) : null}
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        {item ? null : <OwnerFields form={form} owners={owners} />}
        <FormField form={form} name="username" label={t("username")} optional>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} />}
        </FormField>
        {item && !item.may.reveal ? null : <PasswordField form={form} />}
        <WebsiteFields form={form} />
        <FormField form={form} name="notes" label={t("notes")} optional>
          {(control) => <Textarea {...control} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
