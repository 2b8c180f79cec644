"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type InviteProviderAct, InviteProviderForm } from "@/components/admin/invite-provider-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export function InviteProviderButton({ invite }: { invite: InviteProviderAct }) {
  const t = useTranslations("admin");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("dialog.title")} description={t("dialog.text")}>
        <InviteProviderForm invite={invite} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
