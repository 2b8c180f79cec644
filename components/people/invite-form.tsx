"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { atField } from "@/components/forms/at-field";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { AddressesField } from "@/components/people/addresses-field";
import { atLastDay, endOfDay, LastDay } from "@/components/people/last-day";
import { LastDayField } from "@/components/people/last-day-field";
import type { RoleChoice } from "@/components/people/person";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { addressLimit, distinctEmails, readAddresses, TypedAddresses } from "@/lib/domain/addresses";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import type { InvitationOutcome, InvitedRow } from "@/lib/domain/invitations";
import { customPermissions } from "@/lib/domain/organization/permissions";
import type { ActionResult } from "@/lib/http/result";

/** What is given with an invitation to an organization, beside the role. */
const Given = z.object({
  permissions: z.array(z.enum(customPermissions)),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  collections: CollectionGrants,
});
export type Given = z.input<typeof Given>;
const nothing: Given = { permissions: [], groups: [], collections: [] };

const Typed = z.object({ emails: TypedAddresses, role: z.string(), lastDay: LastDay, given: Given });
export type Invitation<Role> = {
  emails: string[];
  role: Role;
  /** Only where the form asks for it. */
  accessEndsAt: Date | null;
  given: Given;
};

/** An address that was passed over, and why. */
type Told = { email: string; outcome: Exclude<InvitationOutcome, "invited" | "awaiting_approval"> };

const textOf = (rows: readonly Told[]) => rows.map(({ email }) => email).join("\n");

type Props<Role extends string> = {
  roles: readonly RoleChoice<Role>[];
  /** The role that is chosen to begin with. */
  usualRole: Role;
  invite: (invitation: Invitation<Role>) => Promise<ActionResult<{ rows: InvitedRow[] }>>;
  /** Whether it asks for the last day of their access. */
  asksLastDay?: boolean;
  /** Where more is given with the invitation: the choice of the role with the rest beside it. */
  more?: (role: ReactNode, chosen: Role, given: Given, onChange: (given: Given) => void) => ReactNode;
  onClose: () => void;
};

/** Addresses as one text. Each is judged while it is typed; those that could not be invited stay. */
export function InviteForm<Role extends string>(props: Props<Role>) {
  const { roles, usualRole, invite, asksLastDay = false, more, onClose } = props;
  const t = useTranslations("members.inviteDialog");
  const toast = useToast();
  const [told, setTold] = useState<{ rows: Told[]; sent: number } | null>(null);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { emails: "", role: usualRole as string, lastDay: "", given: nothing },
    async action({ emails, role, lastDay, given }: z.output<typeof Typed>) {
      const answer = await invite({
        emails: distinctEmails(readAddresses(emails)),
        role: roles.find(({ value }) => value === role)?.value ?? usualRole,
        accessEndsAt: endOfDay(lastDay),
        given,
      });
      return atField(answer, atLastDay);
    },
    onDone({ rows }) {
      const sent = rows.filter(({ outcome }) => outcome === "invited").length;
      const asked = rows.filter(({ outcome }) => outcome === "awaiting_approval").length;
      const left = rows.flatMap(({ email, outcome }) =>
        outcome === "invited" || outcome === "awaiting_approval" ? [] : [{ email, outcome }],
      );
      if (asked > 0) toast.success(t("asked", { count: asked }));
      if (left.length === 0) {
        if (sent > 0) toast.success(t("sent", { count: sent }));
        return onClose();
      }
      form.fields.setValue("emails", textOf(left));
      setTold({ rows: left, sent: sent + asked });
    },
  });
  const typed = form.fields.watch("emails");
  const read = readAddresses(typed);
  // What was passed over would be passed over again, until something is typed.
  const isAllTold = told !== null && typed === textOf(told.rows);
  const distinct = distinctEmails(read).length;
  // While a piece is no address, or there are too many, nothing is sent, so the button promises no number.
  const isSendable = read.every(({ problem }) => problem !== "malformed") && distinct <= addressLimit;
  const count = isSendable ? distinct : 0;
  const chosen = roles.find(({ value }) => value === form.fields.watch("role"))?.value ?? usualRole;
  const given: Given = form.fields.watch("given");
  const role = <RadioGroup legend={t("role")} options={roles} {...form.fields.register("role")} />;

  return (
    <Form form={form}>
      {told ? <p role="status">{t("notAll", { count: told.sent })}</p> : null}
      <AddressesField
        form={form}
        name="emails"
        told={told?.rows.map(({ email, outcome }) => ({ email, text: t(outcome, { address: email }) })) ?? []}
      />
      {more
        ? more(role, chosen, given, (next) => form.fields.setValue("given", next, { shouldDirty: true }))
        : role}
      {asksLastDay ? <LastDayField form={form} name="lastDay" isInvitation /> : null}
      {isAllTold ? (
        <DialogFooter>
          <Button onClick={onClose}>{t("done")}</Button>
        </DialogFooter>
      ) : (
        <DialogEnd form={form}>{t("send", { count })}</DialogEnd>
      )}
    </Form>
  );
}
