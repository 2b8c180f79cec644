"use client";

import { useEffect, useState } from "react";
import { type AskThoseThere, findThoseThere } from "@/components/import/those-there";
import { useVault } from "@/components/vault/vault-provider";
import type { ImportReader } from "@/lib/import/reader";

/**
 * How many items of a file the place has already. Where somebody may not read what is there, none is found: an import is
 * for them too.
 */
export function useThoseThere(reader: () => ImportReader, ask: AskThoseThere, organizationId: string | null) {
  const { withVault } = useVault();
  const [found, setFound] = useState({ all: 0, repeated: 0 });
  const [isLooking, setLooking] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file, whose step this is
  useEffect(() => {
    let isHere = true;
    withVault((vault) => findThoseThere(vault, reader(), ask, organizationId))
      .then((there) => isHere && setFound(there))
      .catch(() => undefined)
      .finally(() => isHere && setLooking(false));
    return () => {
      isHere = false;
    };
  }, []);
  return { ...found, isLooking };
}
