"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Dispatch, type SetStateAction, useCallback, useMemo, useState } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import { treeOf } from "@/components/collections/tree";
import { useAct } from "@/components/forms/use-act";
import type { MatrixActions } from "@/components/groups/group-actions";
import { MatrixByGroup } from "@/components/groups/matrix-by-group";
import { MatrixFilters, type MatrixSearch } from "@/components/groups/matrix-filters";
import { MatrixGrid } from "@/components/groups/matrix-grid";
import { MatrixLegend } from "@/components/groups/matrix-legend";
import { MatrixOvertaken } from "@/components/groups/matrix-overtaken";
import {
  type Edits,
  inRequests,
  type Permission,
  savedOf,
  stillThere,
  upToDate,
  withCells,
} from "@/components/groups/matrix-state";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { keepRoomAtBottom } from "@/components/ui/keep-room";
import { useMediaQuery } from "@/components/ui/media-query";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";
import { folded } from "@/lib/domain/search";
import type { Matrix } from "@/lib/operations/group/get-matrix";

type Group = Matrix["groups"][number];
type Collection = Matrix["collections"][number];

type Props = {
  organizationId: string;
  matrix: Matrix;
  /** Null while the vault is locked: then collections go by number. */
  names: Names | null;
  /** They are kept above what a lock takes away. */
  kept: Edits;
  setEdits: Dispatch<SetStateAction<Edits>>;
  actions: Pick<MatrixActions, "changeAccess">;
};

/** The whole of what groups may do, to be changed in as many cells as one likes and saved at once. */
export function MatrixEditor({ organizationId, matrix, names, kept, setEdits, actions }: Props) {
  const t = useTranslations("groups.matrix");
  const toast = useToast();
  const { act, busy } = useAct();
  const isNarrow = useMediaQuery("(max-width: 47.99rem)");
  const saved = useMemo(() => savedOf(matrix.cells), [matrix.cells]);
  const { left: edits, gone } = useMemo(() => stillThere(matrix, kept), [matrix, kept]);
  const collections = useMemo(
    () =>
      treeOf(
        matrix.collections.map((collection, index) => ({ ...collection, number: index + 1 })),
        ({ id }) => names?.get(id) ?? null,
      ).map(({ row: { number, ...collection }, name }) => ({
        ...collection,
        shown: name ?? t("locked", { number }),
      })),
    [matrix.collections, names, t],
  );

  const locale = useLocale();
  const [search, setSearch] = useState<MatrixSearch>({ groups: "", collections: "" });
  /** In the order of a reader, with "Group 2" before "Group 10". */
  const groups = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return [...matrix.groups].sort((one, other) => compare(one.name, other.name));
  }, [matrix.groups, locale]);
  const shownGroups = useMemo(
    () => groups.filter(({ name }) => folded(name).includes(folded(search.groups))),
    [groups, search.groups],
  );
  const shownCollections = useMemo(
    () => collections.filter(({ shown }) => folded(shown).includes(folded(search.collections))),
    [collections, search.collections],
  );

  const onSet = useCallback(
    (groups: readonly Group[], chosen: readonly Collection[], to: Permission) =>
      setEdits((now) =>
        withCells(
          saved,
          now,
          groups.flatMap(({ id: groupId }) => chosen.map(({ id }) => ({ groupId, collectionId: id }))),
          to,
        ),
      ),
    [saved, setEdits],
  );

  async function saveAll() {
    // What somebody else changed meanwhile stands above the button, so it is known what is replaced.
    for (const cells of inRequests(upToDate(saved, edits))) {
      const answer = await actions.changeAccess({ organizationId, cells });
      if (!answer.ok) return answer;
    }
    return { ok: true, result: null } as const;
  }

  const save = () =>
    void act(saveAll, () => {
      toast.success(t("saved", { count: edits.size }));
      setEdits(new Map());
    });

  const parts = { groups: shownGroups, collections: shownCollections, saved, edits, onSet };
  const isFound = shownGroups.length > 0 && shownCollections.length > 0;
  const Layout = isNarrow ? MatrixByGroup : MatrixGrid;
  return (
    <>
      <Unsaved when={edits.size > 0} />
      <MatrixFilters onSearch={(change) => setSearch((now) => ({ ...now, ...change }))} />
      {isFound ? (
        <Layout {...parts} />
      ) : (
        <p role="status" className="text-muted">
          {t("noMatch")}
        </p>
      )}
      {gone > 0 ? (
        <Callout tone="warn" title={t("gone", { count: gone })}>
          {t("goneText", { count: gone })}
        </Callout>
      ) : null}
      <MatrixOvertaken groups={groups} collections={collections} saved={saved} edits={edits} />
      <div
        ref={keepRoomAtBottom}
        className="sticky bottom-0 z-2 flex flex-wrap items-center gap-2.5 bg-paper py-3 max-md:-mx-4 max-md:border-t max-md:px-4"
      >
        <Button busy={busy} disabled={edits.size === 0} onClick={save}>
          {t("save", { count: edits.size })}
        </Button>
        {kept.size > 0 ? (
          <Button variant="quiet" disabled={busy} onClick={() => setEdits(new Map())}>
            {t("discard")}
          </Button>
        ) : null}
        {isNarrow ? null : <MatrixLegend />}
      </div>
    </>
  );
}
