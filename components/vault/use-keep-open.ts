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
 * While the vault is open, keeps what opens it again after a reload: the user key, sealed under a key that only
 * the session's row has. Only this tab keeps the sealed text. If this device does not want that, nothing is
 * kept.
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
      // Nothing is kept, and the next reload asks for the master password.
      if (!answer.ok || isOver) return;
      const { reloadKey, ...whose } = answer.result;
      // The cookie belongs to another account by now. Under its session, only that account's key may be kept.
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
