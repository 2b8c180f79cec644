"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { ClientActions } from "@/components/clients/client-actions";
import { type SealedTags, shadeOf, type Tag } from "@/components/clients/tags";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { isTaken } from "@/components/vault/is-taken";
import { sealProviderName } from "@/components/vault/provider-names";
import { useProviderKey } from "@/components/vault/use-provider-key";
import { TagName, tagColors } from "@/lib/domain/provider/tags";

type Props = {
  sealed: SealedTags;
  /** The tag that is changed; left out for a new one. */
  tag?: Tag;
  /** What other tags are called. */
  taken: readonly (string | null)[];
  actions: Pick<ClientActions, "makeTag" | "changeTag">;
  onClose: () => void;
};

const Typed = z.object({ name: TagName, color: z.enum(tagColors) });

/** A tag's name and colour. The name is sealed with the provider key before it leaves this device. */
export function TagForm({ sealed, tag, taken, actions, onClose }: Props) {
  const t = useTranslations("clients.tags");
  const toast = useToast();
  const { providerId, getKey } = sealed;
  const withKey = useProviderKey(providerId, getKey);
  // The list may come anew while the form is open.
  const [first] = useState(() => sealed.tags.find(({ id }) => id === tag?.id));
  const form = useActionForm({
    schema: Typed.refine(({ name }) => !isTaken(taken, name), { error: "already_exists", path: ["name"] }),
    defaultValues: { name: tag?.name ?? "", color: tag?.color ?? "teal" },
    async action({ name, color }: z.output<typeof Typed>) {
      const made = await withKey((vault) => sealProviderName(vault, providerId, name));
      if (!made.ok) return made;
      const tagId = tag?.id ?? crypto.randomUUID();
      const look = { providerId, tagId, name: made.result, color };
      if (!tag) return actions.makeTag(look);
      return actions.changeTag({
        ...look,
        ...(first && { shown: { name: first.name, color: first.color } }),
      });
    },
    onDone(_result, { name }) {
      toast.success(t(tag ? "changed" : "made", { name }));
      onClose();
    },
  });
  const { name, color } = form.fields.watch();

  return (
    <Form form={form}>
      <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_10rem]">
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} />}
        </FormField>
        <FormField form={form} name="color" label={t("color")}>
          {(control) => (
            <Select
              {...control}
              options={tagColors.map((value) => ({ value, label: t(`colors.${value}`) }))}
            />
          )}
        </FormField>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        <SubmitButton form={form} size="s">
          {t(tag ? "save" : "make")}
        </SubmitButton>
        <Button variant="quiet" size="s" onClick={onClose}>
          {t("back")}
        </Button>
        {name ? <Chip color={shadeOf(color)}>{name}</Chip> : null}
      </div>
    </Form>
  );
}
