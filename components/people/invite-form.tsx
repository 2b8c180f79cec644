"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { AddressesField } from "@/components/people/addresses-field";
import type { RoleChoice } from "@/components/people/person";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { distinctEmails, readAddresses, TypedAddresses } from "@/lib/domain/addresses";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import type { InvitationOutcome, InvitedRow } from "@/lib/domain/invitations";
import type { ActionResult } from "@/lib/http/result";

const Typed = z.object({ emails: TypedAddresses, role: z.string(), collections: CollectionGrants });
type Grants = z.input<typeof CollectionGrants>;
type Invitation<Role> = { emails: string[]; role: Role; collections: Grants };

/** An address that was passed over, and why. */
type Told = { email: string; outcome: Exclude<InvitationOutcome, "invited" | "awaiting_approval"> };

type Props<Role extends string> = {
  roles: readonly RoleChoice<Role>[];
  /** The role that is chosen to begin with. */
  usualRole: Role;
  invite: (invitation: Invitation<Role>) => Promise<ActionResult<{ rows: InvitedRow[] }>>;
  /** What else is given with the invitation. */
  grants?: (grants: Grants, onChange: (grants: Grants) => void) => ReactNode;
  onClose: () => void;
};

/** Addresses as one text. Each is judged while it is typed; those that could not be invited stay. */
export function InviteForm<Role extends string>(props: Props<Role>) {
  const { roles, usualRole, invite, grants, onClose } = props;
  const t = useTranslations("members.inviteDialog");
  const toast = useToast();
  const [told, setTold] = useState<{ rows: Told[]; sent: number } | null>(null);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { emails: "", role: usualRole, collections: [] },
    action: ({ emails, role, collections }: z.output<typeof Typed>) =>
      invite({
        emails: distinctEmails(readAddresses(emails)),
        role: roles.find(({ value }) => value === role)?.value ?? usualRole,
        collections,
      }),
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
      form.fields.setValue("emails", left.map(({ email }) => email).join("\n"));
      setTold({ rows: left, sent: sent + asked });
    },
  });
  const read = readAddresses(form.fields.watch("emails"));
  // While a piece is no address nothing is sent, so the button promises no number.
  const isSendable = read.every(({ problem }) => problem !== "malformed");
  const count = isSendable ? distinctEmails(read).length : 0;
  const given = CollectionGrants.safeParse(form.fields.watch("collections")).data ?? [];

  return (
    <Form form={form}>
      {told ? <p role="status">{t("notAll", { count: told.sent })}</p> : null}
      <AddressesField
        form={form}
        name="emails"
        told={told?.rows.map(({ email, outcome }) => ({ email, text: t(outcome, { address: email }) })) ?? []}
      />
      <RadioGroup legend={t("role")} options={roles} {...form.fields.register("role")} />
      {grants?.(given, (next) => form.fields.setValue("collections", next, { shouldDirty: true }))}
      <DialogEnd form={form}>{t("send", { count })}</DialogEnd>
    </Form>
  );
}
