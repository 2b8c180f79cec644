"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { endOfDay, LastDay, lastDayOf } from "@/components/people/last-day";
import { LastDayField } from "@/components/people/last-day-field";
import type { PeopleActions, Person, RoleChoice } from "@/components/people/person";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { useTimeZone } from "@/components/ui/use-time-zone";

type Props<Role extends string> = {
  person: Person;
  roles: readonly RoleChoice<Role>[];
  changeRole: PeopleActions<Role>["changeRole"];
  onClose: () => void;
};

/** The role of somebody of a team, and the last day of their access. */
export function RoleForm<Role extends string>({ person, roles, changeRole, onClose }: Props<Role>) {
  const t = useTranslations("members");
  const toast = useToast();
  const lastDay = lastDayOf(person.accessEndsAt ?? null, useTimeZone());
  const form = useActionForm({
    schema: z.object({ role: z.enum(roles.map(({ value }) => value)), lastDay: LastDay }),
    defaultValues: { role: person.role, lastDay },
    // A day that was not touched stays the moment that it was, wherever it was chosen.
    action: (typed: { role: Role; lastDay: string }) =>
      changeRole(person.id, typed.role, typed.lastDay === lastDay ? undefined : endOfDay(typed.lastDay)),
    onDone({ changed }) {
      if (changed) toast.success(t("roleDialog.saved"));
      onClose();
    },
  });

  return (
    <Form form={form}>
      <RadioGroup legend={t("inviteDialog.role")} options={roles} {...form.fields.register("role")} />
      <LastDayField form={form} name="lastDay" />
      <DialogEnd form={form}>{t("roleDialog.save")}</DialogEnd>
    </Form>
  );
}
