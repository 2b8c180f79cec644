"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { SaveActions } from "@/components/blueprints/blueprint-actions";
import type { PickedClient } from "@/components/blueprints/client-picker";
import { expectFreeName } from "@/components/blueprints/expect-free-name";
import { readClient } from "@/components/blueprints/read-client";
import { atField } from "@/components/forms/at-field";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { reach } from "@/components/forms/reach";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { KeyRefused } from "@/components/vault/hold-key";
import { useProviderKey } from "@/components/vault/use-provider-key";
import { contentOf, mayBeBlueprint } from "@/lib/domain/blueprint/from-client";
import { BlueprintName } from "@/lib/domain/blueprint/inputs";
import { sealBlueprint } from "@/lib/vault/blueprint";

type Props = {
  providerId: string;
  client: PickedClient;
  /** Whether the visit was begun for this alone, and ends with it. */
  leaves: boolean;
  actions: SaveActions;
  onClose: () => void;
};

const Typed = z.object({ name: BlueprintName });

/** Saves a client's collections, groups, permissions, switches and policies under a name, sealed on this device. */
export function SaveForm({ providerId, client, leaves, actions, onClose }: Props) {
  const t = useTranslations("blueprints.save");
  const toast = useToast();
  const withKey = useProviderKey(providerId, actions.getProviderKey);
  const [blueprintId] = useState(() => crypto.randomUUID());
  const organizationId = client.id;

  const seal = ({ name }: z.output<typeof Typed>) =>
    withKey(async (vault) => {
      const of = { providerId, getKey: actions.getProviderKey };
      await expectFreeName(vault, { ...of, name, blueprintId, list: actions.list });
      const { state } = await readClient(vault, { providerId, organizationId }, actions);
      const content = contentOf(state);
      const decision = mayBeBlueprint(content);
      if (!decision.allowed) throw new KeyRefused({ code: decision.refusal, values: decision.values ?? {} });
      return { providerId, blueprintId, ...(await sealBlueprint(vault, providerId, { name, content })) };
    });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { name: "" },
    seal,
    action: async (sealed: Awaited<ReturnType<typeof seal>>) =>
      sealed.ok ? actions.save(sealed.result) : atField(sealed, { already_exists: "name" }),
    async onDone(_result, { name }) {
      // Whether it could be left or not, the blueprint is saved; the visit ends by itself too.
      if (leaves) await reach(actions.leave({ organizationId }));
      toast.success(t("done", { name }));
      onClose();
    },
  });

  return (
    <Form form={form}>
      <Callout title={t("what", { client: client.name })}>
        {t(leaves ? "whatText" : "whatTextInside")}
      </Callout>
      <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
        {(control) => <Input {...control} />}
      </FormField>
      <DialogEnd form={form}>{t("submit")}</DialogEnd>
    </Form>
  );
}
