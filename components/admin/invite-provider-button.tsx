"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProviderInvitationForm } from "@/components/admin/provider-invitation-form";
import type { InviteProviderAct } from "@/components/admin/providers";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

export function InviteProviderButton({ invite }: { invite: InviteProviderAct }) {
  const t = useTranslations("admin");
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("dialog.title")} description={t("dialog.text")}>
        <ProviderInvitationForm
          send={invite}
          submit={t("dialog.send")}
          onSent={(email) => {
            toast.success(t("dialog.sent", { email }));
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
