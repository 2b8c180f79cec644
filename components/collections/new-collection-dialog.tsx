"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { z } from "zod";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { createOrChangeCollection } from "@/components/collections/create-or-change";
import { GrantsField } from "@/components/collections/grants-field";
import { NestField } from "@/components/collections/nest-field";
import { NoManager } from "@/components/collections/no-manager";
import type { SealedNames } from "@/components/collections/open-collection-names";
import { useOffered } from "@/components/collections/use-offered";
import { useOtherOrganization } from "@/components/collections/use-other-organization";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { CollectionName, GroupGrants, MemberGrants } from "@/lib/domain/collection/inputs";
import { sealCollectionName } from "@/lib/vault/seal-collection";

/** The whole name, with that of the collection under which it is shown, has to be a name. */
const NewCollection = z
  .object({ name: CollectionName, under: z.string(), members: MemberGrants, groups: GroupGrants })
  .superRefine(({ name, under }, context) => {
    const whole = CollectionName.safeParse(under ? `${under}/${name}` : name);
    if (!whole.success) context.addIssue({ ...whole.error.issues[0], code: "custom", path: ["name"] });
  });

type Props = {
  organizationId: string;
  /** The collections under which it can be shown. */
  sealed: SealedNames;
  actions: OneCollectionActions;
  /** The organization's name, where the page is not about one. */
  organization?: string;
  /** Whether whoever makes it is given the permission to manage it. */
  makerManages?: boolean;
  /** What stands over the form: a choice of the organization. */
  lead?: ReactNode;
  onClose: () => void;
};

/** Makes a collection. Its name is sealed here, and its id is made here: sending twice creates one. */
export function NewCollectionDialog(props: Props) {
  const { organizationId, sealed, actions, organization, makerManages = false, lead = null, onClose } = props;
  const t = useTranslations("collections.dialog");
  const toast = useToast();
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  const { offered, search } = useOffered(organizationId, actions);
  const [collectionId] = useState(() => crypto.randomUUID());
  const [tab, setTab] = useState("info");
  const form = useActionForm({
    schema: NewCollection,
    defaultValues: { name: "", under: "", members: [], groups: [] },
    seal: ({ name, under, members, groups }) =>
      seal(async (vault, organizationKeyId) => ({
        organizationId,
        organizationKeyId,
        collectionId,
        name: await sealCollectionName(vault, organizationId, under ? `${under}/${name}` : name),
        members,
        groups,
        forMaker: makerManages,
      })),
    action: send((collection: Parameters<OneCollectionActions["create"]>[0]) =>
      createOrChangeCollection(actions, collection),
    ),
    onDone: () => {
      toast.success(t("created"));
      onClose();
    },
  });
  useOtherOrganization(organizationId, () => {
    form.fields.setValue("under", "");
    form.fields.setValue("members", []);
    form.fields.setValue("groups", []);
  });
  const [under, members, groups] = form.fields.watch(["under", "members", "groups"]);
  const given = {
    members: MemberGrants.safeParse(members).data ?? [],
    groups: GroupGrants.safeParse(groups).data ?? [],
  };
  const isNameWrong = form.fields.formState.errors.name !== undefined;
  const attempts = form.fields.formState.submitCount;
  // What is wrong is shown, whichever tab was open when it was sent. Whoever only leaves the field goes where they want.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt shows it again
  useEffect(() => {
    if (attempts > 0 && isNameWrong) setTab("info");
  }, [attempts]);

  const info = (
    <>
      <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
        {(control) => <Input {...control} />}
      </FormField>
      <NestField
        sealed={sealed}
        value={under}
        onChange={(next) => form.fields.setValue("under", next, { shouldDirty: true })}
      />
    </>
  );
  const access = (
    <>
      {offered === "failed" ? (
        <Callout tone="warn" title={t("membersFailed")}>
          {t("membersFailedText")}
        </Callout>
      ) : null}
      <GrantsField
        offered={typeof offered === "string" ? { members: [], groups: [], areMore: false } : offered}
        onSearch={search}
        makerManages={makerManages}
        access={given}
        onChange={(next) => {
          form.fields.setValue("members", [...next.members], { shouldDirty: true });
          form.fields.setValue("groups", [...next.groups], { shouldDirty: true });
        }}
      />
    </>
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={organization === undefined ? t("title") : t("titleIn", { organization })}
    >
      <Form form={form}>
        {lead}
        <Tabs
          label={t("title")}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "info", label: t("info"), content: info },
            { value: "access", label: t("access"), content: access },
          ]}
        />
        {/* The other tab says it beside what is given there. */}
        {tab === "info" && !makerManages ? <NoManager access={given} /> : null}
        <DialogEnd form={form}>{t("create")}</DialogEnd>
      </Form>
    </Dialog>
  );
}
