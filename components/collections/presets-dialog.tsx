"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { type Made, makeAll, newOnly } from "@/components/collections/make-presets";
import { openCollectionNames, type SealedNames } from "@/components/collections/open-collection-names";
import { PresetLists } from "@/components/collections/preset-lists";
import { everyCollection, type ListCollectionsPage } from "@/components/collections/use-all-collections";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { NameLines } from "@/lib/domain/collection/inputs";
import { sealCollectionNames } from "@/lib/vault/seal-collection";

const kinds = ["department", "function"] as const;
type Kind = (typeof kinds)[number];

type Props = {
  organizationId: string;
  /** How the names that are there already are opened: none of them is made again. */
  sealed: SealedNames;
  listCollections: ListCollectionsPage;
  /** Whether whoever makes them is given the permission to manage them. */
  makerManages: boolean;
  /** Whether groups can be made too. */
  mayMakeGroups: boolean;
  actions: Pick<CollectionActions, "getKey" | "createSeveral" | "createGroups">;
  onClose: () => void;
};

/** Proposes collections by department or by function, to be edited, and makes all of them at once. */
export function PresetsDialog(props: Props) {
  const { organizationId, sealed, listCollections, makerManages, mayMakeGroups, actions, onClose } = props;
  const t = useTranslations("collections.presets");
  const toast = useToast();
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  // A name that is sent again has the id that it was sent with first.
  const [ids] = useState(() => new Map<string, string>());
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const idOf = (name: string) => {
    const id = ids.get(name) ?? crypto.randomUUID();
    ids.set(name, id);
    return id;
  };
  const sendAll = send((made: Made) => makeAll(actions, made));
  const form = useActionForm({
    schema: PresetLists,
    defaultValues: {
      kind: "department" as Kind,
      department: t("departments"),
      function: t("functions"),
      groups: t("departments"),
    },
    seal: (lists: z.output<typeof PresetLists>) =>
      seal(async (vault, organizationKeyId) => {
        // The page may show one part of them, and an older state.
        const rows = await everyCollection(organizationId, listCollections);
        const known = [...(await openCollectionNames(vault, { ...sealed, rows })).values()];
        const fresh = newOnly(lists.kind === "department" ? lists.department : lists.function, known);
        const wanted = lists.kind === "function" && mayMakeGroups ? lists.groups : [];
        const names = await sealCollectionNames(vault, organizationId, fresh, (done) =>
          setProgress({ done, total: fresh.length }),
        );
        return {
          organizationId,
          organizationKeyId,
          forMaker: true,
          collections: fresh.map((name, index) => ({
            collectionId: idOf(`collection ${name}`),
            name: names[index] as string,
          })),
          // The server makes none of them again that is there.
          groups: wanted.map((name) => ({ groupId: idOf(`group ${name}`), name })),
        };
      }),
    action: sendAll,
    onDone: ({ collections, groups }) => {
      toast.success(t("done", { collections, groups }));
      onClose();
    },
  });
  const kind = form.fields.watch("kind");
  const count = NameLines.safeParse(form.fields.watch(kind)).data?.length ?? 0;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title")}
      description={t("text")}
      size="l"
    >
      <Form form={form}>
        <RadioCards
          {...form.fields.register("kind")}
          legend={t("kind")}
          options={kinds.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        <FormField form={form} name={kind} label={t("collections")} hint={t("linesHint")} key={kind}>
          {(control) => <Textarea {...control} rows={8} />}
        </FormField>
        {kind === "function" && mayMakeGroups ? (
          <FormField form={form} name="groups" label={t("groups")} hint={t("groupsHint")}>
            {(control) => <Textarea {...control} rows={6} />}
          </FormField>
        ) : null}
        {form.busy && progress && progress.total > 0 ? (
          <ProgressBar {...progress} doing={t("sealing")} />
        ) : null}
        {makerManages ? null : (
          <Callout tone="warn" title={t("noManager")}>
            {t("noManagerText")}
          </Callout>
        )}
        <DialogEnd form={form}>{t("action", { count })}</DialogEnd>
      </Form>
    </Dialog>
  );
}
