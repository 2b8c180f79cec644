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

/** How many are named. */
const named = 10;

/** Asks, then deletes them; several are named, and a word is to be typed. */
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
      {count === 1 ? null : <NamesOfSome names={collections.map(({ id }) => nameOf(id))} />}
      {t("text", { count })}
    </ConfirmDialog>
  );
}

function NamesOfSome({ names }: { names: readonly string[] }) {
  const t = useTranslations("collections.deletion");
  const more = names.length - named;
  return (
    <ul className="mb-2.5 list-disc ps-5 text-ink">
      {names.slice(0, named).map((name, index) => (
        // Two collections can have one name.
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
        <li key={index} className="wrap-anywhere">
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 ? <li>{t("more", { count: more })}</li> : null}
    </ul>
  );
}
