"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLogOut } from "@/components/vault/use-log-out";

type Props = { label: string; next: string };

/**
 * Logs out, and comes back to this page after log-in. It is for people with a link that was sent to another
 * account of theirs.
 */
export function SwitchAccount({ label, next }: Props) {
  const logOut = useLogOut();
  const [busy, setBusy] = useState(false);

  async function switchAccount() {
    setBusy(true);
    await logOut(`/log-in?next=${encodeURIComponent(next)}`);
    setBusy(false);
  }

  return (
    <Button size="l" wide busy={busy} onClick={switchAccount}>
      {label}
    </Button>
  );
}
