"use client";

import { useEffect, useState } from "react";
import { type AskThoseThere, findThoseThere } from "@/components/import/those-there";
import { useVault } from "@/components/vault/vault-provider";
import type { ImportReader } from "@/lib/import/reader";

const nothing = { all: 0, repeated: 0, rows: [] as number[], canLook: false };

/**
 * How many items of a file the place has already, looked up anew when an import of the day is undone. Where somebody may
 * not read what is there, none is found: an import is for them too.
 *
 * @param over imports that were undone.
 */
export function useThoseThere(
  reader: () => ImportReader,
  ask: AskThoseThere,
  organizationId: string | null,
  over: readonly string[],
) {
  const { withVault } = useVault();
  const [found, setFound] = useState(nothing);
  const [isLooking, setLooking] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file, whose step this is, and each undo
  useEffect(() => {
    let isHere = true;
    setLooking(true);
    withVault((vault) => findThoseThere(vault, reader(), ask, organizationId))
      .then((there) => isHere && setFound({ ...there, canLook: true }))
      .catch(() => isHere && setFound(nothing))
      .finally(() => isHere && setLooking(false));
    return () => {
      isHere = false;
    };
  }, [over.join()]);
  return { ...found, isLooking };
}
