"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import type { GroupActions } from "@/components/groups/group-actions";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { GroupName } from "@/lib/domain/group/inputs";
import type { GroupId } from "@/lib/domain/ids";
import type { ListedGroup } from "@/lib/operations/group/list-groups";

const Typed = z.object({ name: GroupName });

type Props = {
  organizationId: string;
  /** The group that gets another name. Without one, a new group is made. */
  group?: Pick<ListedGroup, "id" | "name">;
  actions: Pick<GroupActions, "create" | "rename">;
  onClose: () => void;
};

/** A new group, or another name for one. The id of a new one is made here: sending twice makes one. */
export function GroupNameDialog({ organizationId, group, actions, onClose }: Props) {
  const t = useTranslations("groups.nameDialog");
  const toast = useToast();
  // An id of the right form, and nobody's yet.
  const [fresh] = useState(() => crypto.randomUUID() as GroupId);
  const form = useChangingForm({
    schema: Typed,
    current: { name: group?.name ?? "" },
    save: ({ name }: z.output<typeof Typed>, shown) =>
      group
        ? actions.rename({ organizationId, groupId: group.id, name, shown })
        : actions.create({ organizationId, groupId: fresh, name }),
    onDone() {
      toast.success(t(group ? "renamed" : "created"));
      onClose();
    },
  });

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t(group ? "rename" : "title")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")} hint={t("nameHint")}>
          {(control) => <Input {...control} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t(group ? "save" : "create")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
