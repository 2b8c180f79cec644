"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import { DeleteTag } from "@/components/clients/delete-tag";
import { OpenedTags } from "@/components/clients/opened-tags";
import { TagForm } from "@/components/clients/tag-form";
import { type SealedTags, shadeOf, type Tag } from "@/components/clients/tags";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { tagLimit } from "@/lib/domain/provider/tags";

type Props = {
  sealed: SealedTags;
  actions: Pick<ClientActions, "makeTag" | "changeTag" | "deleteTag">;
  onClose: () => void;
};

/** The provider's tags: making, changing and deleting them. */
export function TagsDialog({ sealed, actions, onClose }: Props) {
  const t = useTranslations("clients.tags");
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")} description={t("text")}>
      <OpenedTags sealed={sealed}>
        {(tags) => <TagList sealed={sealed} tags={tags} actions={actions} />}
      </OpenedTags>
    </Dialog>
  );
}

function TagList({ sealed, tags, actions }: Omit<Props, "onClose"> & { tags: readonly Tag[] }) {
  const t = useTranslations("clients.tags");
  const [edited, setEdited] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<Tag | null>(null);
  const close = () => setEdited(null);
  const form = { sealed, actions, onClose: close };
  const namesBut = (id: string) => tags.filter((tag) => tag.id !== id).map(({ name }) => name);

  return (
    <div className="flex flex-col gap-3">
      {tags.length > 0 ? (
        <ul aria-label={t("title")} className="divide-y rounded-card border">
          {tags.map((tag) => {
            const name = tag.name ?? t("unreadable");
            return (
              <li key={tag.id} className="flex min-h-11 items-center gap-1.5 px-3 py-1.5">
                {edited === tag.id ? (
                  <div className="min-w-0 flex-1 py-1.5">
                    <TagForm {...form} tag={tag} taken={namesBut(tag.id)} />
                  </div>
                ) : (
                  <>
                    <span className="me-auto flex min-w-0">
                      <Chip color={shadeOf(tag.color)}>{name}</Chip>
                    </span>
                    <IconButton
                      size="s"
                      label={t("change", { name })}
                      icon={<Pencil aria-hidden="true" />}
                      onClick={() => setEdited(tag.id)}
                    />
                    <IconButton
                      size="s"
                      label={t("delete", { name })}
                      icon={<Trash2 aria-hidden="true" />}
                      onClick={() => setDeleted(tag)}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
      {edited === "new" ? (
        <TagForm {...form} taken={namesBut("new")} />
      ) : (
        <div>
          <Button
            variant="quiet"
            size="s"
            icon={<Plus aria-hidden="true" />}
            disabled={tags.length >= tagLimit}
            onClick={() => setEdited("new")}
          >
            {t("new")}
          </Button>
        </div>
      )}
      {deleted ? (
        <DeleteTag
          providerId={sealed.providerId}
          tag={deleted}
          deleteTag={actions.deleteTag}
          onClose={() => setDeleted(null)}
        />
      ) : null}
    </div>
  );
}
