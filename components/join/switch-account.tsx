"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLogOut } from "@/components/vault/use-log-out";

type Props = { label: string; next: string };

/** Logs out, and leads back here by way of log-in: for those who hold a link that another account is meant by. */
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
