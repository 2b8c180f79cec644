"use client";

import type { ComponentProps } from "react";
import { GeneratorHistory } from "@/components/generator/history";
import { AppShell } from "@/components/shell/app-shell";
import { UnlockPanel } from "@/components/vault/unlock-panel";
import { useVault } from "@/components/vault/vault-provider";

/** The frame of a person's own vault. While the vault is locked, the page only asks to unlock it. */
export function VaultShell(props: ComponentProps<typeof AppShell>) {
  const { status } = useVault();
  if (status === "locked") return <UnlockPanel />;
  return (
    <GeneratorHistory>
      <AppShell {...props} />
    </GeneratorHistory>
  );
}
