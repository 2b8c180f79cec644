"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { DeleteClient } from "@/components/clients/delete-client";
import { LoadCurrent } from "@/components/forms/load-current";
import { isStale } from "@/components/forms/stale";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/http/result";
import type { Unlinking } from "@/lib/operations/client/get-unlinking";

type Props = {
  providerId: string;
  client: ClientRow;
  answer: ActionResult<Unlinking>;
  actions: Pick<ClientActions, "deleteClient" | "prove">;
  onClose: () => void;
};

/**
 * Why a client cannot leave, and what there is to do: an owner for it, or to delete it if nobody has ever been in it. If
 * it is gone, the list is loaded again.
 */
export function UnlinkRefused({ providerId, client, answer, actions, onClose }: Props) {
  const t = useTranslations("clients.unlink");
  const { ofShown } = useMessages();
  const [isDeleting, setDeleting] = useState(false);
  const waiting = answer.ok ? answer.result.waiting : null;
  const members = `/organizations/${client.id}/members`;
  if (isDeleting)
    return <DeleteClient providerId={providerId} client={client} actions={actions} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={onClose} title={client.name}>
      <Callout role="alert" tone="bad" title={t("cannot")}>
        {!answer.ok
          ? ofShown(answer.failure)
          : waiting
            ? t("ownerWaits", { email: waiting.email, status: waiting.status })
            : t("noOwner")}
      </Callout>
      {answer.ok && answer.result.isDeletable ? <p className="mt-3 text-muted">{t("deletable")}</p> : null}
      <div className="mt-5">
        <DialogFooter>
          {answer.ok ? (
            <LinkButton href={waiting ? `${members}?status=${waiting.status}` : `${members}?invite=owner`}>
              {waiting ? t("lead", { status: waiting.status }) : t("inviteOwner")}
            </LinkButton>
          ) : null}
          {waiting?.status === "invited" ? (
            <LinkButton href={`${members}?invite=owner`} variant="quiet">
              {t("inviteAnother")}
            </LinkButton>
          ) : null}
          {answer.ok && answer.result.isDeletable ? (
            <Button variant="danger" onClick={() => setDeleting(true)}>
              {t("delete.open")}
            </Button>
          ) : null}
          {!answer.ok && isStale(answer.failure) ? <LoadCurrent onClose={onClose} /> : null}
          <DialogCancel />
        </DialogFooter>
      </div>
    </Dialog>
  );
}
