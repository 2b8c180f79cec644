"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { useLinkedWord } from "@/components/lists/use-linked-word";
import { InviteForm } from "@/components/people/invite-form";
import type { PeopleOf } from "@/components/people/person";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props<Role extends string> = Omit<ComponentProps<typeof InviteForm<Role>>, "onClose"> & { of: PeopleOf };

/** The button and its dialog. `?invite=` with a role opens it too, with that role chosen. */
export function InvitePeople<Role extends string>({ of, usualRole, ...form }: Props<Role>) {
  const t = useTranslations("members");
  const { asked, leave } = useLinkedWord("invite");
  const [isOpen, setOpen] = useState(false);

  function close() {
    setOpen(false);
    leave();
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
        description={t("inviteDialog.description", { of })}
        size="l"
      >
        <InviteForm
          {...form}
          usualRole={form.roles.find(({ value }) => value === asked)?.value ?? usualRole}
          onClose={close}
        />
      </Dialog>
    </>
  );
}
