"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type OpenOnce, openOnce } from "@/components/vault/open-once";
import { hearOtherTabs } from "@/components/vault/other-tabs";
import { type RememberKey, rememberingVault } from "@/components/vault/remembering-vault";
import { UnlockCancelled } from "@/components/vault/unlock-cancelled";
import { UnlockDialog } from "@/components/vault/unlock-dialog";
import { useIdleLock } from "@/components/vault/use-idle-lock";
import { type ReadKeys, useVaultState, VaultContext } from "@/components/vault/vault-context";
import { openBrowserVault } from "@/lib/vault/browser-vault";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

/** The vault of this tab: whether it is locked, how to act with it, how to lock it. */
export const useVault = useVaultState;

/** Everybody who waits for the vault waits for the same dialog. */
type Waiting = { promise: Promise<void>; resolve: () => void; reject: (reason: UnlockCancelled) => void };

function whoeverWaits(): Waiting {
  let resolve: Waiting["resolve"] = () => {};
  let reject: Waiting["reject"] = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

type Props = { readKeys: ReadKeys; rememberKey: RememberKey; children: ReactNode };

/**
 * One vault a tab, around every page, so that it stays unlocked while pages change. Being signed in is the
 * server's to know and being unlocked is this one's: neither follows from the other.
 */
export function VaultProvider({ readKeys, rememberKey, children }: Props) {
  const [vault] = useState(() => rememberingVault(openBrowserVault(), rememberKey));
  const [openings, setOpenings] = useState<OpenOnce | null>(null);
  const [isAsking, setAsking] = useState(false);
  const owner = useRef<string | null>(null);
  const waiting = useRef<Waiting | null>(null);

  const lock = useCallback(() => {
    owner.current = null;
    setOpenings(null);
    void vault.lock();
  }, [vault]);

  const unlocked = useCallback(
    (userId: string) => {
      owner.current = userId;
      setOpenings(openOnce(vault));
      setAsking(false);
      waiting.current?.resolve();
      waiting.current = null;
    },
    [vault],
  );

  const ask = useCallback((): Promise<void> => {
    const same = waiting.current ?? whoeverWaits();
    waiting.current = same;
    setAsking(true);
    return same.promise;
  }, []);

  const cancel = useCallback(() => {
    setAsking(false);
    waiting.current?.reject(new UnlockCancelled());
    waiting.current = null;
  }, []);

  const withVault = useCallback(
    async <Result,>(act: (vault: Vault) => Promise<Result>): Promise<Result> => {
      // A worker that broke down took its keys with it, whatever was believed here.
      if (!(await vault.holds("user"))) await ask();
      try {
        return await act(vault);
      } catch (error) {
        if (error instanceof VaultError && error.code === "locked") lock();
        throw error;
      }
    },
    [vault, ask, lock],
  );

  useEffect(
    () =>
      hearOtherTabs((userId) => {
        if (owner.current !== null && owner.current !== userId) lock();
      }),
    [lock],
  );
  useIdleLock(openings !== null, lock);

  const context = useMemo(() => {
    const status = openings ? ("unlocked" as const) : ("locked" as const);
    return { status, withVault, lock, vault, readKeys, unlocked, openings };
  }, [openings, withVault, lock, vault, readKeys, unlocked]);

  return (
    <VaultContext value={context}>
      {children}
      {isAsking ? <UnlockDialog onCancel={cancel} /> : null}
    </VaultContext>
  );
}
