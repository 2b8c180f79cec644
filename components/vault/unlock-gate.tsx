"use client";

import type { ReactNode } from "react";
import { UnlockPanel } from "@/components/vault/unlock-panel";
import { useVault } from "@/components/vault/vault-provider";

/** Around a frame whose pages are nothing without keys: while locked, the whole window asks for the password. */
export function UnlockGate({ children }: { children: ReactNode }) {
  const { status } = useVault();
  return status === "locked" ? <UnlockPanel /> : children;
}
