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

/** Lets every act name its account: whose vault is open, else whose page it is. Another account's page locks. */
export function useActingAccount({ account, userId, lock }: Whose): void {
  const open = useRef(userId);
  open.current = userId;
  useEffect(() => {
    if (open.current !== null && open.current !== account) lock();
  }, [account, lock]);
  useEffect(() => actAs(userId ?? account), [account, userId]);
}
