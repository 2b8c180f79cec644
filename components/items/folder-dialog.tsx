"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import type { FolderActions } from "@/components/items/item";
import type { OpenedFolder } from "@/components/items/open-vault";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import { FolderName } from "@/lib/domain/folder/inputs";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  /** Null for a new one. */
  folder: OpenedFolder | null;
  actions: FolderActions;
  onClose: () => void;
};
type Named = Parameters<FolderActions["createFolder"]>[0];

/** Names a folder. Nobody but its person can read the name. */
export function FolderDialog({ folder, actions, onClose }: Props) {
  const t = useTranslations("vault.folder");
  const form = useTranslations("vault.form");
  const toast = useToast();
  const { withVault } = useVault();
  const [folderId] = useState(() => folder?.id ?? crypto.randomUUID());
  const fields = useActionForm({
    schema: z.object({ name: FolderName }),
    defaultValues: { name: folder?.name ?? "" },
    seal: ({ name }: { name: string }) =>
      sealing(
        withVault(async (vault) => {
          const [sealed] = await vault.sealTexts("user", [name]);
          if (!sealed) throw new Error("a vault seals as many texts as it is given");
          return { folderId, name: sealed };
        }),
      ),
    action: async (sealed: ActionResult<Named>): Promise<ActionResult<unknown>> =>
      sealed.ok ? actions[folder ? "renameFolder" : "createFolder"](sealed.result) : sealed,
    onDone: () => {
      toast.success(t(folder ? "renamed" : "created"));
      onClose();
    },
    kept: `folder ${folder?.id ?? "new"}`,
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t(folder ? "rename" : "new")}>
      <Form form={fields}>
        <FormField form={fields} name="name" label={form("name")} hint={t("hint")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <DialogEnd form={fields}>{form("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
