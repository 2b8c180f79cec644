"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewOrganizationDialog } from "@/components/organizations/new-organization-dialog";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { Button } from "@/components/ui/button";

/** Begins an organization of one's own. */
export function NewOrganizationButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("organizations.new");
  return (
    <Button variant="quiet" size="s" icon={<Plus aria-hidden="true" />} onClick={onClick}>
      {t("title")}
    </Button>
  );
}

/** The same with its dialog. */
export function NewOrganization({ create }: { create: CreateOwn }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <NewOrganizationButton onClick={() => setOpen(true)} />
      <NewOrganizationDialog open={isOpen} create={create} onClose={() => setOpen(false)} />
    </>
  );
}
