"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { OpenedTags } from "@/components/clients/opened-tags";
import { type SealedTags, shadeOf } from "@/components/clients/tags";
import { LoadCurrent } from "@/components/forms/load-current";
import { reach } from "@/components/forms/reach";
import { isStale } from "@/components/forms/stale";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";
import { tagsOfClientLimit } from "@/lib/domain/provider/tags";
import type { Failure } from "@/lib/http/result";

type Props = {
  client: ClientRow;
  sealed: SealedTags;
  setTags: ClientActions["setTags"];
  /** Leads to making tags. */
  onManage: () => void;
  onClose: () => void;
};

/** Which tags one client has. */
export function ClientTagsDialog({ client, sealed, setTags, onManage, onClose }: Props) {
  const t = useTranslations("clients.tags");
  const { ofShown } = useMessages();
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly string[]>(client.tags);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isChanged = chosen.length !== client.tags.length || client.tags.some((id) => !chosen.includes(id));

  async function save() {
    setBusy(true);
    setFailure(null);
    const { providerId } = sealed;
    const answer = await reach(setTags({ providerId, organizationId: client.id, tagIds: [...chosen] }));
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast.success(t("set", { name: client.name }));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("ofClient", { name: client.name })}
      held={busy}
    >
      <Unsaved when={isChanged} />
      <div className="flex flex-col gap-4">
        <OpenedTags sealed={sealed}>
          {(tags) =>
            tags.length > 0 ? (
              <ul aria-label={t("title")} className="flex flex-col gap-1.5">
                {tags.map(({ id, color, name }) => (
                  <li key={id}>
                    <Checkbox
                      checked={chosen.includes(id)}
                      disabled={!chosen.includes(id) && chosen.length >= tagsOfClientLimit}
                      onChange={(event) =>
                        setChosen(
                          event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                        )
                      }
                    >
                      <Chip color={shadeOf(color)}>{name ?? t("unreadable")}</Chip>
                    </Checkbox>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="text-muted">{t("none")}</p>
            )
          }
        </OpenedTags>
        {failure ? <Callout role="alert" tone="bad" title={ofShown(failure)} /> : null}
        <DialogFooter>
          {failure && isStale(failure) ? (
            <LoadCurrent onClose={onClose} />
          ) : (
            <Button busy={busy} disabled={!isChanged} onClick={save}>
              {t("save")}
            </Button>
          )}
          <DialogCancel />
          <Button variant="link" size="s" onClick={onManage}>
            {t("manage")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
