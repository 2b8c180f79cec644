"use client";

import { useTranslations } from "next-intl";
import { type CreateOwn, NewOrganizationForm } from "@/components/organizations/new-organization-form";
import { Dialog } from "@/components/ui/dialog";

type Props = { open: boolean; create: CreateOwn; onClose: () => void };

/** Where an organization of one's own is made. */
export function NewOrganizationDialog({ open, create, onClose }: Props) {
  const t = useTranslations("organizations.new");
  return (
    <Dialog open={open} onOpenChange={(isOpen) => isOpen || onClose()} title={t("title")} size="l">
      <NewOrganizationForm create={create} onClose={onClose} />
    </Dialog>
  );
}
