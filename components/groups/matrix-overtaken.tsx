"use client";

import { useTranslations } from "next-intl";
import type { MatrixParts } from "@/components/groups/matrix-grid";
import { overtaken, type Permission } from "@/components/groups/matrix-state";
import { Callout } from "@/components/ui/callout";

type Props = Omit<MatrixParts, "onSet">;

/** How many cells are named. */
const most = 5;

/** Says which of the changed cells somebody else has changed meanwhile, and what saving does to them. */
export function MatrixOvertaken({ groups, collections, saved, edits }: Props) {
  const t = useTranslations("groups.matrix");
  const ofCollections = useTranslations("collections");
  const cells = overtaken(saved, edits);
  if (cells.length === 0) return null;
  const said = (permission: Permission) =>
    ofCollections(permission ? `permissions.${permission}` : "noPermission");
  const named = cells.slice(0, most).flatMap(({ groupId, collectionId, from, to }) => {
    const group = groups.find(({ id }) => id === groupId);
    const collection = collections.find(({ id }) => id === collectionId);
    if (!group || !collection) return [];
    const cell = t("cell", { group: group.name, collection: collection.shown });
    return [{ key: `${groupId} ${collectionId}`, cell, now: said(from), yours: said(to) }];
  });
  const more = cells.length - named.length;
  return (
    <Callout tone="warn" title={t("overtaken", { count: cells.length })}>
      <ul>
        {named.map(({ key, ...words }) => (
          <li key={key}>
            <bdi>{t("overtakenCell", words)}</bdi>
          </li>
        ))}
        {more > 0 ? <li>{t("overtakenMore", { count: more })}</li> : null}
      </ul>
      <p>{t("overtakenText")}</p>
    </Callout>
  );
}
