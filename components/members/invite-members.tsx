"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InviteForm } from "@/components/members/invite-form";
import type { MemberActions } from "@/components/members/member-actions";
import { listAddress } from "@/components/providers/list-address";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { providerId: string; invite: MemberActions["invite"] };

/** The button and its dialog. `?invite=provider_admin` opens it too, with the role chosen. */
export function InviteMembers({ providerId, invite }: Props) {
  const t = useTranslations("members");
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const asked = params.get("invite");
  const [isOpen, setOpen] = useState(false);

  function close() {
    setOpen(false);
    if (!asked) return;
    const address = listAddress(pathname, Object.fromEntries(params), { invite: undefined });
    router.replace(address as Parameters<typeof router.replace>[0], { scroll: false });
  }

  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog
        open={isOpen || asked !== null}
        onOpenChange={(next) => (next ? setOpen(true) : close())}
        title={t("inviteDialog.title")}
        size="l"
      >
        <InviteForm
          providerId={providerId}
          role={asked === "provider_admin" ? "provider_admin" : "service_user"}
          invite={invite}
          onClose={close}
        />
      </Dialog>
    </>
  );
}
