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
import { isTaken } from "@/components/vault/is-taken";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import { FolderName } from "@/lib/domain/folder/inputs";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  /** Null for a new one. */
  folder: OpenedFolder | null;
  /** What the person has already. */
  folders: readonly OpenedFolder[];
  actions: FolderActions;
  onClose: () => void;
};
type Named = Parameters<FolderActions["createFolder"]>[0];

/** Names a folder. Nobody but its person can read the name. */
export function FolderDialog({ folder, folders, actions, onClose }: Props) {
  const t = useTranslations("vault.folder");
  const form = useTranslations("vault.form");
  const toast = useToast();
  const { withVault } = useVault();
  const [folderId] = useState(() => folder?.id ?? crypto.randomUUID());
  // The one that is being made may come back in the list before this has closed.
  const taken = folders.flatMap(({ id, name }) => (id === folderId ? [] : name));
  const fields = useActionForm({
    schema: z
      .object({ name: FolderName })
      .refine(({ name }) => !isTaken(taken, name), { error: "same_name", path: ["name"] }),
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
          {(control) => <Input {...control} />}
        </FormField>
        <DialogEnd form={fields}>{form("save")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
