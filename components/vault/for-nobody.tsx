"use client";

import { useEffect } from "react";
import { useVaultKeeper } from "@/components/vault/vault-context";

/** Stands on a page for nobody, which may come without being loaded anew: the session is over, and what was open ends. */
export function ForNobody() {
  const { signedOut } = useVaultKeeper();
  useEffect(() => {
    signedOut().catch(() => {});
  }, [signedOut]);
  return null;
}
