"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { RenameAction } from "@/components/blueprints/blueprint-actions";
import type { ListBlueprints } from "@/components/blueprints/blueprint-select";
import { expectFreeName } from "@/components/blueprints/expect-free-name";
import { atField } from "@/components/forms/at-field";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { AskProviderKey } from "@/components/vault/hold-key";
import { sealProviderName } from "@/components/vault/provider-names";
import { useProviderKey } from "@/components/vault/use-provider-key";
import { BlueprintName } from "@/lib/domain/blueprint/inputs";

type Props = {
  providerId: string;
  blueprint: { id: string; name: string | null };
  /** The name as it was served. */
  sealedName: string;
  getKey: AskProviderKey;
  rename: RenameAction;
  list: ListBlueprints;
  onClose: () => void;
};

const Typed = z.object({ name: BlueprintName });

export function RenameBlueprint(props: Props) {
  const t = useTranslations("blueprints.rename");
  return (
    <Dialog open onOpenChange={(open) => open || props.onClose()} title={t("title")}>
      <RenameForm {...props} />
    </Dialog>
  );
}

function RenameForm({ providerId, blueprint, sealedName: served, getKey, rename, list, onClose }: Props) {
  const t = useTranslations("blueprints.rename");
  const toast = useToast();
  // The page may come anew while the form is open.
  const [shown] = useState(served);
  const withKey = useProviderKey(providerId, getKey);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { name: blueprint.name ?? "" },
    async action({ name }: z.output<typeof Typed>) {
      const sealed = await withKey(async (vault) => {
        await expectFreeName(vault, { providerId, getKey, name, blueprintId: blueprint.id, list });
        return sealProviderName(vault, providerId, name);
      });
      if (!sealed.ok) return atField(sealed, { already_exists: "name" });
      return rename({ providerId, blueprintId: blueprint.id, name: sealed.result, shown });
    },
    onDone() {
      toast.success(t("done"));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <FormField form={form} name="name" label={t("name")}>
        {(control) => <Input {...control} />}
      </FormField>
      <DialogEnd form={form}>{t("submit")}</DialogEnd>
    </Form>
  );
}
