"use client";

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SessionEnded } from "@/components/vault/session-ended";
import { useUnlock } from "@/components/vault/use-unlock";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";

type Props = {
  title: string;
  /** What the button says. */
  unlock: string;
  /** Within a form or a dialog, whose own button comes first. */
  aside?: boolean;
  children?: ReactNode;
};

/** Says that something is sealed while the vault is locked, and unlocks it in place. */
export function LockedCallout({ title, unlock, aside = false, children }: Props) {
  const unlockInPlace = useUnlockInPlace();
  const { hasNobody } = useUnlock();
  if (hasNobody) return <SessionEnded aside={aside} />;
  const look = aside ? ({ variant: "quiet", size: "s" } as const) : {};
  return (
    <Callout
      tone="brass"
      icon={<Lock aria-hidden="true" />}
      title={title}
      action={
        <Button {...look} onClick={() => void unlockInPlace()}>
          {unlock}
        </Button>
      }
    >
      {children}
    </Callout>
  );
}
