"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { CollectionName } from "@/lib/domain/collection/inputs";
import { sealCollectionName } from "@/lib/vault/seal-collection";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "getKey" | "update">;
  onClose: () => void;
};

export function RenameCollectionDialog({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.dialog");
  const toast = useToast();
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  const form = useActionForm({
    schema: z.object({ name: CollectionName }),
    defaultValues: { name },
    seal: (values) =>
      seal(async (vault, organizationKeyId) => ({
        organizationId,
        organizationKeyId,
        collectionId,
        name: await sealCollectionName(vault, organizationId, values.name),
      })),
    action: send(actions.update),
    onDone: () => {
      toast.success(t("renamed"));
      onClose();
    },
    kept: `collection ${collectionId}`,
  });

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("rename")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
