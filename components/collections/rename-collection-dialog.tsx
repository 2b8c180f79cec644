"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { CollectionName } from "@/lib/domain/collection/inputs";
import { sealCollectionName } from "@/lib/vault/seal-collection";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  sealedName: string;
  actions: Pick<CollectionActions, "getKey" | "update">;
  onClose: () => void;
};

export function RenameCollectionDialog(props: Props) {
  const { organizationId, collectionId, name, sealedName, actions, onClose } = props;
  const t = useTranslations("collections.dialog");
  const toast = useToast();
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  // The page may come anew while the form is open.
  const [shown] = useState(sealedName);
  const form = useActionForm({
    schema: z.object({ name: CollectionName }),
    defaultValues: { name },
    seal: (values) =>
      seal(async (vault, organizationKeyId) => ({
        organizationId,
        organizationKeyId,
        collectionId,
        name: await sealCollectionName(vault, organizationId, values.name),
        shown,
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
          {(control) => <Input {...control} />}
        </FormField>
        <DialogEnd form={form}>{t("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
