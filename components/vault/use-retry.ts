import { useCallback, useReducer } from "react";
import type { OpenOnce } from "@/components/vault/open-once";

/** Opens once more what could not be opened. `times` is another number each time. */
export function useRetry(openings: OpenOnce | null, sealed: object) {
  const [times, count] = useReducer((before: number) => before + 1, 0);
  const retry = useCallback(() => {
    openings?.forget(sealed);
    count();
  }, [openings, sealed]);
  return { times, retry };
}
