"use client";

import { use, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Open, OpenOnce, Outcome } from "@/components/vault/open-once";
import { useRetry } from "@/components/vault/use-retry";
import { useVaultKeeper } from "@/components/vault/vault-context";

type Asked<Sealed, Opened> = { openings: OpenOnce; sealed: Sealed; whole: Promise<Outcome<Opened>> };

/**
 * What `Decrypted` gives to its children, for a page that stays as it is while something is being opened: nothing at
 * first, then what can be shown first, then all of it. What replaces it is waited for by whoever asked for that.
 */
export function useDecrypted<Sealed extends object, Opened>(sealed: Sealed, open: Open<Sealed, Opened>) {
  const { openings } = useVaultKeeper();
  const { times, retry } = useRetry(openings, sealed);
  const [first, setFirst] = useState<{ of: OpenOnce; outcome: Outcome<Opened> } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is asked for once more
  const asked = useMemo<Asked<Sealed, Opened> | null>(
    () => openings && { openings, sealed, whole: openings.opened(sealed, open) },
    [openings, sealed, open, times],
  );
  // Nobody waits for the first one, because a page is shown without it; everybody waits for those that follow.
  const waited = useDeferredValue(asked, null);

  useEffect(() => {
    if (!asked) return;
    let isOver = false;
    void asked.openings.first(asked.sealed, open).then((outcome) => {
      if (!isOver) setFirst({ of: asked.openings, outcome });
    });
    return () => {
      isOver = true;
    };
  }, [asked, open]);

  // What was opened before a lock is not shown after it.
  const isOpen = waited !== null && waited.openings === openings;
  const whole = isOpen ? use(waited.whole) : null;
  // What was shown first is not held beside the whole, and not after a lock.
  if (first && (whole || !openings)) setFirst(null);
  return { outcome: whole ?? (first?.of === openings ? first.outcome : null), retry };
}
