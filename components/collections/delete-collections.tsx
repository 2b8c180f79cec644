"use client";

import { useTranslations } from "next-intl";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { useBulk } from "@/components/lists/use-bulk";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type Props = {
  organizationId: string;
  collections: readonly { id: string }[];
  nameOf: (id: string) => string;
  actions: Pick<CollectionActions, "remove">;
  onClose: () => void;
};

/** Asks, then deletes them; for several, a word is to be typed. */
export function DeleteCollections({ organizationId, collections, nameOf, actions, onClose }: Props) {
  const t = useTranslations("collections.deletion");
  const [first] = collections;
  const { run, busy, failures } = useBulk({
    ids: collections.map(({ id }) => id),
    act: (collectionIds) => actions.remove({ organizationId, collectionIds }),
    nameOf,
    done: (count) => t("done", { count }),
    onClose,
  });
  if (!first) return null;
  const count = collections.length;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={count === 1 ? t("title", { name: nameOf(first.id) }) : t("many", { count })}
      confirm={t("action", { count })}
      {...(count > 1 && { typed: t("typed") })}
      onConfirm={run}
      busy={busy}
      failure={failures}
    >
      {t("text", { count })}
    </ConfirmDialog>
  );
}
