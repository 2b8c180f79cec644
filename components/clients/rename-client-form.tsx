"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useChangingForm } from "@/components/forms/use-changing-form";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { Name } from "@/lib/domain/names";

type Props = { providerId: string; client: ClientRow; rename: ClientActions["rename"]; onClose: () => void };

const Typed = z.object({ name: Name });

export function RenameClientForm({ providerId, client, rename, onClose }: Props) {
  const t = useTranslations("clients.renameDialog");
  const toast = useToast();
  const form = useChangingForm({
    schema: Typed,
    current: { name: client.name },
    save: ({ name }: z.output<typeof Typed>, shown) =>
      rename({ providerId, organizationId: client.id, name, shown }),
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
      <DialogEnd form={form}>{t("save")}</DialogEnd>
    </Form>
  );
}
