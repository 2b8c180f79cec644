"use client";

import { useTranslations } from "next-intl";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import type { ChangePasswordAction } from "@/components/account/use-change-password";
import { Dialog } from "@/components/ui/dialog";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import { strictestPassword } from "@/lib/domain/policy/combining";

type Props = {
  person: { name: string; email: string } | null;
  change: ChangePasswordAction;
};

/** Stands before everything else while the master password is weaker than an organization asks. Closing it locks. */
export function WeakPasswordDialog({ person, change }: Props) {
  const t = useTranslations("account.weak");
  const { policies, lock } = useVaultState();
  const { mustChangePassword, passwordChanged } = useVaultKeeper();
  if (!mustChangePassword || !person) return null;
  const asked = strictestPassword(policies);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || lock()}
      title={t("title")}
      description={t("text", { organizations: asked?.organizations.join(", ") ?? "" })}
    >
      <ChangePasswordForm person={person} change={change} asked={asked} onChanged={passwordChanged} />
    </Dialog>
  );
}
