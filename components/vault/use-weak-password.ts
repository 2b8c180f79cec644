"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { isTooWeak, keepWeak, keptWeak } from "@/components/vault/weak-password";
import type { BindingPolicy } from "@/lib/domain/policy/combining";

/**
 * Judges a master password that was typed to open the vault by what organizations ask, and remembers in this tab that
 * it has to be changed. Only the browser can: the server never has the password.
 */
export function useWeakPassword(userId: string | null, read: () => Promise<readonly BindingPolicy[]>) {
  const [weak, setWeak] = useState<string | null>(null);

  useEffect(() => {
    if (userId !== null) setWeak(keptWeak());
  }, [userId]);

  const judgePassword = useCallback(
    async (whose: string, typed: { email: string; password: string }) => {
      const found = (await isTooWeak(typed, await read())) ? whose : null;
      keepWeak(found);
      setWeak(found);
    },
    [read],
  );

  const passwordChanged = useCallback(() => {
    keepWeak(null);
    setWeak(null);
  }, []);

  const mustChangePassword = userId !== null && weak === userId;
  return useMemo(
    () => ({ judgePassword, passwordChanged, mustChangePassword }),
    [judgePassword, passwordChanged, mustChangePassword],
  );
}
