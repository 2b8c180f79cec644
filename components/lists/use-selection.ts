"use client";

import { useState } from "react";

/** Which rows of a list are ticked. Rows that have gone count no more, and none is ticked in another view. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[], view = "") {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [of, setOf] = useState(view);
  if (of !== view) {
    setOf(view);
    setIds(new Set());
  }
  const selected = rows.filter(({ id }) => ids.has(id));

  function tick(which: readonly string[], isTicked: boolean) {
    const next = new Set(ids);
    for (const id of which) {
      if (isTicked) next.add(id);
      else next.delete(id);
    }
    setIds(next);
  }

  return {
    selected,
    isSelected: (id: string) => ids.has(id),
    tick: (id: string, isTicked: boolean) => tick([id], isTicked),
    tickAll: (isTicked: boolean) =>
      tick(
        rows.map(({ id }) => id),
        isTicked,
      ),
    clear: () => setIds(new Set()),
    areAll: selected.length > 0 && selected.length === rows.length,
    areSome: selected.length > 0 && selected.length < rows.length,
  };
}
