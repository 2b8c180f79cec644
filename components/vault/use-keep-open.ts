"use client";

import { useEffect } from "react";
import { reach } from "@/components/forms/reach";
import { forgetHalf, keepHalf, keptHalf } from "@/components/vault/kept-half";
import { useOnReload } from "@/components/vault/on-reload";
import type { ReloadKeys } from "@/components/vault/vault-context";
import type { Vault } from "@/lib/vault/vault";

type Options = {
  vault: Vault;
  /** Whose vault is open here; null while it is locked. */
  userId: string | null;
  reloadKeys: ReloadKeys;
  lock: () => void;
};

/**
 * Keeps, while the vault is open, what opens it again after a reload: the user key under a key that is on the
 * session's row alone, and the result in this tab alone. Or sees to it that nothing is kept.
 */
export function useKeepOpen({ vault, userId, reloadKeys, lock }: Options) {
  const [onReload] = useOnReload();

  useEffect(() => {
    if (userId === null) return;
    let isOver = false;
    if (onReload === "stay") void keep(userId);
    else if (keptHalf() !== null) {
      forgetHalf();
      void reach(reloadKeys.drop({}));
    }

    async function keep(owner: string) {
      if (keptHalf() !== null) return;
      const answer = await reach(reloadKeys.make({}));
      // Nothing is kept then, and the next reload asks.
      if (!answer.ok || isOver) return;
      const { reloadKey, ...whose } = answer.result;
      // The cookie has become another account's: under its session, nobody's key but its own is kept.
      if (whose.userId !== owner) return lock();
      const sealed = await vault.sealForReload(whose, reloadKey).catch(() => null);
      if (sealed !== null && !isOver) keepHalf(sealed);
      else void reach(reloadKeys.drop({}));
    }

    return () => {
      isOver = true;
    };
  }, [vault, userId, reloadKeys, lock, onReload]);
}
