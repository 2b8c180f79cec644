"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { KeptContext, makeKept } from "@/components/forms/kept";
import { reach } from "@/components/forms/reach";
import { readingKept, useKeepKeys } from "@/components/vault/away";
import { type Later, later } from "@/components/vault/later";
import type { NoteAdoptedKey, RememberKey } from "@/components/vault/remembering-vault";
import { closeSession } from "@/components/vault/session-requests";
import { UnlockDialog } from "@/components/vault/unlock-dialog";
import { useActingAccount } from "@/components/vault/use-acting-account";
import { useIdleLock } from "@/components/vault/use-idle-lock";
import { useKeepOpen } from "@/components/vault/use-keep-open";
import { type AskMyPolicies, useMyPolicies } from "@/components/vault/use-my-policies";
import { useOpenVault } from "@/components/vault/use-open-vault";
import { useWeakPassword } from "@/components/vault/use-weak-password";
import {
  type PasskeyUnlock,
  type ReadKeys,
  type ReloadKeys,
  useVaultState,
  VaultContext,
} from "@/components/vault/vault-context";
import type { Vault } from "@/lib/vault/vault";

/** The vault of this tab: whether it is locked, how to act with it, how to lock it. */
export const useVault = useVaultState;

type Props = {
  readKeys: ReadKeys;
  reloadKeys: ReloadKeys;
  rememberKey: RememberKey;
  noteAdoptedKey: NoteAdoptedKey;
  askPolicies: AskMyPolicies;
  passkeyUnlock: PasskeyUnlock;
  /** Whom the page was made for; null where nobody is signed in. */
  account: string | null;
  children: ReactNode;
};

/**
 * The vault around every page, so that it stays unlocked while pages change. Being signed in is the server's to
 * know and being unlocked is this one's: neither follows from the other, but a session that has ended locks.
 */
export function VaultProvider({ account, children, ...actions }: Props) {
  // A page that is rendered again brings the same actions as other functions: the first ones are as good.
  const accountOfPage = useRef(account);
  accountOfPage.current = account;
  const [given] = useState(() => ({
    ...actions,
    readKeys: readingKept(actions.readKeys, () => accountOfPage.current),
    kept: makeKept(),
    isSignedIn: account !== null,
  }));
  const { readKeys, reloadKeys, kept, askPolicies, passkeyUnlock } = given;
  const { vault, status, openings, userId, lock, unlocked, signedOut, firstTry } = useOpenVault(given);
  const [isAsking, setAsking] = useState(false);
  /** Several acts that wait for the vault share one dialog. */
  const waiting = useRef<Later | null>(null);

  useEffect(() => {
    if (!openings) return;
    setAsking(false);
    waiting.current?.resolve();
    waiting.current = null;
  }, [openings]);

  // After the pages behind the lock have gone, and have left what was typed in them.
  useEffect(() => {
    if (status === "locked") kept.settled();
  }, [kept, status]);

  const ask = useCallback((): Promise<void> => {
    const same = waiting.current ?? later();
    waiting.current = same;
    setAsking(true);
    return same.promise;
  }, []);

  const cancel = useCallback(() => {
    setAsking(false);
    waiting.current?.reject(new Cancelled());
    waiting.current = null;
  }, []);

  const withVault = useCallback(
    async <Result,>(act: (vault: Vault) => Promise<Result>): Promise<Result> => {
      await firstTry;
      // A worker that broke down took its keys with it, whatever was believed here.
      if (!(await vault.holds("user"))) await ask();
      return act(vault);
    },
    [vault, firstTry, ask],
  );

  useKeepKeys(readKeys, userId);
  useKeepOpen({ vault, userId, reloadKeys, lock });
  useActingAccount({ account, userId, lock });
  const { policies, limit, read } = useMyPolicies(askPolicies, userId);
  const weak = useWeakPassword(userId, read);
  const logsOut = limit?.action === "logOut";
  const whenIdle = useCallback(() => {
    lock();
    if (!logsOut) return;
    kept.forget();
    void reach(closeSession()).then(() => window.location.assign("/log-in"));
  }, [lock, kept, logsOut]);
  useIdleLock(openings !== null, limit?.minutes ?? null, whenIdle);

  const context = useMemo(
    () => ({
      status,
      withVault,
      lock,
      forget: kept.forget,
      vault,
      readKeys,
      passkeyUnlock,
      unlocked,
      signedOut,
      openings,
      policies,
      ...weak,
    }),
    [
      status,
      openings,
      withVault,
      lock,
      kept,
      vault,
      readKeys,
      passkeyUnlock,
      unlocked,
      signedOut,
      policies,
      weak,
    ],
  );

  return (
    <VaultContext value={context}>
      <KeptContext value={kept}>{children}</KeptContext>
      {isAsking ? <UnlockDialog onCancel={cancel} /> : null}
    </VaultContext>
  );
}
