"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useAsked } from "@/components/forms/use-asked";
import { useMessages } from "@/components/forms/use-messages";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  providerId: string;
  client: ClientRow;
  actions: Pick<ClientActions, "unlink" | "getUnlinking">;
  onClose: () => void;
};

/** Asks before a client leaves the provider. Where nobody would own it afterwards, it says so instead. */
export function UnlinkClient({ providerId, client, actions, onClose }: Props) {
  const t = useTranslations("clients.unlink");
  const { failure } = useMessages();
  const { id: organizationId, name } = client;
  const { getUnlinking, unlink } = actions;
  const { answer } = useAsked(
    useCallback(
      () => getUnlinking({ providerId, organizationId }),
      [getUnlinking, providerId, organizationId],
    ),
  );
  if (!answer) return null;
  const waiting = answer.ok ? answer.result.waiting : null;
  const members = `/organizations/${organizationId}/members`;
  if (!answer.ok || !answer.result.isOwned)
    return (
      <Dialog open onOpenChange={onClose} title={name}>
        <Callout role="alert" tone="bad" title={t("cannot")}>
          {!answer.ok
            ? failure(answer.failure)
            : waiting
              ? t("ownerWaits", { email: waiting.email, status: waiting.status })
              : t("noOwner")}
        </Callout>
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
            <DialogCancel />
          </DialogFooter>
        </div>
      </Dialog>
    );
  const { seats, places } = answer.result;
  return (
    <ConfirmAction
      title={t("title", { name })}
      confirm={t("confirm")}
      act={() => unlink({ providerId, organizationId })}
      done={t("done", { name })}
      onClose={onClose}
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t("keeps")}</li>
        <li>{t("access")}</li>
        {places > 0 ? <li>{t("places", { count: places })}</li> : null}
        <li>{t("seats", { count: seats })}</li>
        <li>{t("owners")}</li>
      </ul>
    </ConfirmAction>
  );
}
