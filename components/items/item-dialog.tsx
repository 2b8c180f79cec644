"use client";

import { useTranslations } from "next-intl";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { AddedFieldRows } from "@/components/items/added-field-rows";
import type { ItemActions, ItemOwner } from "@/components/items/item";
import { ItemConflicts } from "@/components/items/item-conflicts";
import type { ItemValues } from "@/components/items/item-values";
import type { NewFile } from "@/components/items/new-file";
import { NewFiles } from "@/components/items/new-files";
import { PartFields } from "@/components/items/part-fields";
import { PlaceFields } from "@/components/items/place-fields";
import { SendFiles } from "@/components/items/send-files";
import type { ItemOfFiles } from "@/components/items/transfer";
import { type EditedRow, useItemForm } from "@/components/items/use-item-form";
import { useNewFiles } from "@/components/items/use-new-files";
import { WebsiteFields } from "@/components/items/website-fields";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { uninvited } from "@/components/ui/uninvited";

type Props = {
  /** Null for a new item. */
  edited: EditedRow | null;
  /** It has left the list since: somebody has deleted it, or archived it. */
  isGone?: boolean;
  /** What the form begins with. */
  initial: ItemValues;
  /** Files that a new item begins with. */
  initialFiles?: readonly NewFile[];
  owners: readonly ItemOwner[];
  actions: ItemActions;
  onClose: () => void;
};

const noFiles: readonly NewFile[] = [];

/** Makes an item of any type, or changes one. */
export function ItemDialog(props: Props) {
  const { edited, isGone = false, owners, initial, initialFiles = noFiles, actions, onClose } = props;
  const t = useTranslations("vault.form");
  const vault = useTranslations("vault");
  const toast = useToast();
  const { type } = initial;
  const mayReveal = edited?.row.may.reveal ?? true;
  const files = useNewFiles({
    initial: initialFiles,
    actions,
    kept: `files of ${edited?.row.id ?? `new ${type}`}`,
  });

  async function sendFiles(item: ItemOfFiles) {
    if (!(await files.send(item))) return;
    toast.success(t(edited ? "saved" : "created"));
    onClose();
  }
  const { form, conflicts } = useItemForm({ edited, initial, actions, onDone: sendFiles });

  const [organizationId, collectionIds] = form.fields.watch(["organizationId", "collectionIds"]);

  if (files.savedItem) {
    const item = files.savedItem;
    return <SendFiles sending={files} onAgain={() => void sendFiles(item)} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(edited ? "edit" : "new", { kind: type })}
    >
      {edited && edited.row.damage.length > 0 ? (
        <div className="mb-4">
          <Callout tone="warn" title={vault("damage.title")}>
            {vault("damage.form")}
          </Callout>
        </div>
      ) : null}
      <Form form={form}>
        {isGone ? (
          <Callout role="alert" tone="warn" title={t("goneTitle")}>
            {t("goneText")}
          </Callout>
        ) : null}
        <ItemConflicts {...conflicts} />
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} {...uninvited} />}
        </FormField>
        {edited ? null : (
          <PlaceFields
            place={{ organizationId, collectionIds }}
            owners={owners}
            isMissing={form.fields.formState.errors.collectionIds !== undefined}
            onChange={(place) => {
              form.fields.setValue("organizationId", place.organizationId);
              form.fields.setValue("collectionIds", place.collectionIds, { shouldDirty: true });
              form.fields.clearErrors("collectionIds");
            }}
          />
        )}
        <PartFields form={form} type={type} mayReveal={mayReveal} />
        {type === "login" ? <WebsiteFields form={form} /> : null}
        <FormField form={form} name="notes" label={t("notes")} optional>
          {(control) => <Textarea {...control} {...uninvited} />}
        </FormField>
        <AddedFieldRows form={form} type={type} mayReveal={mayReveal} />
        {edited && edited.row.damage.length > 0 ? null : <NewFiles chosen={files} />}
        <Checkbox {...form.fields.register("reprompt")} hint={t("repromptHint")}>
          {t("reprompt")}
        </Checkbox>
        <DialogEnd form={form}>{t("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
