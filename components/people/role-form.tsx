"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { atField } from "@/components/forms/at-field";
import { Cancelled } from "@/components/forms/cancelled";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { useGiveUpRole } from "@/components/people/give-up-role";
import { atLastDay, endOfDay, LastDay, lastDayOf } from "@/components/people/last-day";
import { LastDayField } from "@/components/people/last-day-field";
import type { PeopleActions, Person, RoleChoice } from "@/components/people/person";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { useTimeZone } from "@/components/ui/use-time-zone";

type Props<Role extends string> = {
  person: Person;
  roles: readonly RoleChoice<Role>[];
  changeRole: PeopleActions<Role>["changeRole"];
  /** What happens where somebody lowers their own role: they are asked, and led where they still may be. */
  givingUp: GivingUp<Role>;
  onClose: () => void;
};

export type GivingUp<Role extends string> = {
  loses: (person: Person, role: Role) => boolean;
  leavesOneAdmin: boolean;
  /** Changes the role and keeps the page, which is not theirs any more. */
  change: PeopleActions<Role>["changeRole"];
  onDone: () => void;
};

/** The role of somebody of a team, and the last day of their access. */
export function RoleForm<Role extends string>({ person, roles, changeRole, givingUp, onClose }: Props<Role>) {
  const t = useTranslations("members");
  const toast = useToast();
  const { isSure, question } = useGiveUpRole({ of: "provider", leavesOneAdmin: givingUp.leavesOneAdmin });
  const lastDay = lastDayOf(person.accessEndsAt ?? null, useTimeZone());
  const form = useActionForm({
    schema: z.object({ role: z.enum(roles.map(({ value }) => value)), lastDay: LastDay }),
    defaultValues: { role: person.role, lastDay },
    async seal(typed: { role: Role; lastDay: string }) {
      const isGivenUp = givingUp.loses(person, typed.role);
      if (isGivenUp && !(await isSure())) throw new Cancelled();
      return { ...typed, isGivenUp };
    },
    // A day that was not touched stays the moment that it was, wherever it was chosen.
    async action({ role, lastDay: day, isGivenUp }: { role: Role; lastDay: string; isGivenUp: boolean }) {
      const change = isGivenUp ? givingUp.change : changeRole;
      return atField(await change(person.id, role, day === lastDay ? undefined : endOfDay(day)), atLastDay);
    },
    onDone({ changed }, { role }) {
      if (changed) toast.success(t("roleDialog.saved"));
      if (givingUp.loses(person, role)) givingUp.onDone();
      onClose();
    },
  });

  return (
    <Form form={form}>
      <RadioGroup legend={t("inviteDialog.role")} options={roles} {...form.fields.register("role")} />
      <LastDayField form={form} name="lastDay" />
      <DialogEnd form={form}>{t("roleDialog.save")}</DialogEnd>
      {question}
    </Form>
  );
}
