"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { createOrChangeCollection } from "@/components/collections/create-or-change";
import { GrantsField } from "@/components/collections/grants-field";
import { useMembers } from "@/components/collections/use-members";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { CollectionName, MemberGrants } from "@/lib/domain/collection/inputs";
import { sealCollectionName } from "@/lib/vault/seal-collection";

const NewCollection = z.object({ name: CollectionName, members: MemberGrants });

type Props = { organizationId: string; actions: CollectionActions; onClose: () => void };

/** Makes a collection. Its name is sealed here, and its id is made here: sending twice creates one. */
export function NewCollectionDialog({ organizationId, actions, onClose }: Props) {
  const t = useTranslations("collections.dialog");
  const toast = useToast();
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  const { members, search } = useMembers(organizationId, actions.listMembers);
  const [collectionId] = useState(() => crypto.randomUUID());
  const form = useActionForm({
    schema: NewCollection,
    defaultValues: { name: "", members: [] },
    seal: ({ name, members: granted }) =>
      seal(async (vault, organizationKeyId) => ({
        organizationId,
        organizationKeyId,
        collectionId,
        name: await sealCollectionName(vault, organizationId, name),
        members: granted,
      })),
    action: send((collection: Parameters<CollectionActions["create"]>[0]) =>
      createOrChangeCollection(actions, collection),
    ),
    onDone: () => {
      toast.success(t("created"));
      onClose();
    },
  });
  const granted = form.fields.watch("members");

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <fieldset className="flex min-w-0 flex-col gap-3 border-t pt-4">
          <legend className="sr-only">{t("access")}</legend>
          {members === "failed" ? (
            <Callout tone="warn" title={t("membersFailed")}>
              {t("membersFailedText")}
            </Callout>
          ) : null}
          <GrantsField
            members={typeof members === "string" ? [] : members.members}
            areMore={typeof members === "string" ? false : members.areMore}
            onSearch={search}
            grants={MemberGrants.safeParse(granted).data ?? []}
            onChange={(grants) => form.fields.setValue("members", grants, { shouldDirty: true })}
          />
        </fieldset>
        <DialogEnd form={form}>{t("create")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
