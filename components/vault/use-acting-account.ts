"use client";

import { useEffect, useRef } from "react";
import { actAs } from "@/components/vault/acting-account";

type Whose = {
  /** Whom the page was made for. */
  account: string | null;
  /** Whose vault is open. */
  userId: string | null;
  lock: () => void;
};

/**
 * Has every act name its account: the one whose vault is open, else the one that the page was made for. If the
 * page was made for another account than the vault's, the vault locks.
 */
export function useActingAccount({ account, userId, lock }: Whose): void {
  const open = useRef(userId);
  open.current = userId;
  useEffect(() => {
    if (open.current !== null && open.current !== account) lock();
  }, [account, lock]);
  useEffect(() => actAs(userId ?? account), [account, userId]);
}
