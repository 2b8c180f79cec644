"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import type { Choice } from "@/components/import/begin-run";
import type { ImportActions } from "@/components/import/import-actions";
import type { Place } from "@/components/import/import-page";
import {
  destinationsOf,
  firstPlaces,
  isPlaced,
  ownPlaces,
  type Placed,
  placesAgain,
} from "@/components/import/placing";
import type { Begun } from "@/components/import/remembered";
import { useThoseThere } from "@/components/import/use-those-there";
import type { Preview } from "@/lib/import/preview";
import type { ImportReader } from "@/lib/import/reader";

export type ChoiceGiven = {
  preview: Extract<Preview, { kind: "items" }>;
  /** The unfinished import of this file. */
  begun: Begun | null;
  /** Imports that were undone. */
  over: readonly string[];
  place: Place;
  names: Names;
  reader: () => ImportReader;
  actions: ImportActions;
};

/** What somebody chooses for the items of a file, from what was chosen when its import began, and how many would come. */
export function useChoice({ preview, begun, over, place, names, reader, actions }: ChoiceGiven) {
  const t = useTranslations("import");
  const { organizationId, mayMakeCollections } = place;
  const collections = useMemo(
    () => [...names].flatMap(([id, name]) => (name === null ? [] : [{ id, name }])),
    [names],
  );
  const unfoldered = t("imported");
  const [placed, setPlaced] = useState<Placed>(() => {
    const first = organizationId
      ? firstPlaces(preview.folders, collections, mayMakeCollections)
      : ownPlaces(preview.folders, collections);
    return begun ? placesAgain(first, begun, collections, unfoldered) : first;
  });
  const [leavesRepeated, setLeavesRepeated] = useState(begun?.leavesRepeated ?? true);
  const [leavesThere, setLeavesThere] = useState(
    // In an organization it may be in another collection than where the file's would come.
    begun?.leavesThere ?? organizationId === null,
  );
  const there = useThoseThere(reader, { ...actions.ask, getKey: actions.getKey }, organizationId, over);
  const count =
    preview.total -
    (leavesRepeated ? preview.repeated : 0) -
    (leavesThere ? there.all - (leavesRepeated ? there.repeated : 0) : 0);

  return {
    collections,
    placed,
    leavesRepeated,
    leavesThere,
    there,
    count,
    isPlaced: organizationId === null || isPlaced(preview.folders, placed),
    onPlace: (path: string, to: string) => setPlaced(new Map(placed).set(path, to)),
    setLeavesRepeated,
    setLeavesThere,
    chosen: (): Choice => ({ places: destinationsOf(placed, unfoldered), leavesRepeated, leavesThere }),
  };
}
