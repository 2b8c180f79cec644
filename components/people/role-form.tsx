"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import type { PeopleActions, Person, RoleChoice } from "@/components/people/person";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";

type Props<Role extends string> = {
  person: Person;
  roles: readonly RoleChoice<Role>[];
  changeRole: PeopleActions<Role>["changeRole"];
  onClose: () => void;
};

export function RoleForm<Role extends string>({ person, roles, changeRole, onClose }: Props<Role>) {
  const t = useTranslations("members");
  const toast = useToast();
  const form = useActionForm({
    schema: z.object({ role: z.enum(roles.map(({ value }) => value)) }),
    defaultValues: { role: person.role },
    action: ({ role }: { role: Role }) => changeRole(person.id, role),
    onDone({ changed }) {
      if (changed) toast.success(t("roleDialog.saved"));
      onClose();
    },
  });

  return (
    <Form form={form}>
      <RadioGroup legend={t("inviteDialog.role")} options={roles} {...form.fields.register("role")} />
      <DialogEnd form={form}>{t("roleDialog.save")}</DialogEnd>
    </Form>
  );
}
