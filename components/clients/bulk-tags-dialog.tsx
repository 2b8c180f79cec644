"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { OpenedTags } from "@/components/clients/opened-tags";
import type { SealedTags } from "@/components/clients/tags";
import { useBeginJob } from "@/components/clients/use-begin-job";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";

type Props = {
  sealed: SealedTags;
  clients: readonly ClientRow[];
  begin: ClientActions["begin"];
  /** Leads to making tags. */
  onManage: () => void;
  onClose: () => void;
};

/** Gives the selected clients a tag, or takes one from them. */
export function BulkTagsDialog({ sealed, clients, begin, onManage, onClose }: Props) {
  const t = useTranslations("clients.bulk.tagsDialog");
  const tags = useTranslations("clients.tags");
  const [kind, setKind] = useState<"tag" | "untag">("tag");
  const [tagId, setTagId] = useState("");
  const { run, busy, problem } = useBeginJob(sealed.providerId, clients, begin);
  const having = clients.filter((client) => client.tags.some((id) => id === tagId)).length;
  const changed = kind === "tag" ? clients.length - having : having;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count: clients.length })}
      held={busy}
    >
      <div className="flex flex-col gap-4">
        <OpenedTags sealed={sealed}>
          {(opened) =>
            opened.length > 0 ? (
              <>
                <RadioGroup
                  legend={t("what")}
                  name="kind"
                  value={kind}
                  onChange={(event) => setKind(event.target.value === "untag" ? "untag" : "tag")}
                  options={[
                    { value: "tag", label: t("give") },
                    { value: "untag", label: t("take") },
                  ]}
                />
                <Field label={t("tag")}>
                  {(control) => (
                    <Select
                      {...control}
                      value={tagId}
                      onChange={(event) => setTagId(event.target.value)}
                      options={[
                        { value: "", label: t("choose") },
                        ...opened.map(({ id, name }) => ({ value: id, label: name ?? tags("unreadable") })),
                      ]}
                    />
                  )}
                </Field>
                <p aria-live="polite" className="min-h-5 text-label text-muted tabular-nums">
                  {tagId
                    ? t(kind === "tag" ? "willHave" : "willLose", {
                        count: changed,
                        others: clients.length - changed,
                      })
                    : null}
                </p>
              </>
            ) : (
              <p className="text-muted">{tags("none")}</p>
            )
          }
        </OpenedTags>
        {problem ? <Callout role="alert" tone="bad" title={problem} /> : null}
        <DialogFooter>
          <Button busy={busy} disabled={!tagId} onClick={() => void run({ work: { kind, tagId } })}>
            {t(kind === "tag" ? "giveAction" : "takeAction")}
          </Button>
          <DialogCancel />
          <Button variant="link" size="s" onClick={onManage}>
            {tags("manage")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
