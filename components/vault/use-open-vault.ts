"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Kept } from "@/components/forms/kept";
import { reach } from "@/components/forms/reach";
import { hearSessionEnd } from "@/components/vault/hear-session-end";
import { forgetHalf, keptHalf, keptSeen } from "@/components/vault/kept-half";
import { later } from "@/components/vault/later";
import { openSince } from "@/components/vault/lock-after";
import { isReload, readOnReload } from "@/components/vault/on-reload";
import { type OpenOnce, openOnce } from "@/components/vault/open-once";
import {
  type NoteAdoptedKey,
  type RememberKey,
  rememberingVault,
} from "@/components/vault/remembering-vault";
import type { ReadKeys, ReloadKeys } from "@/components/vault/vault-context";
import { openBrowserVault } from "@/lib/vault/browser-vault";
import { forgetKept } from "@/lib/vault/kept-for-away";
import { hearOtherTabs, tellOtherTabs } from "@/lib/vault/other-tabs";

type State =
  | { status: "opening" | "locked"; openings: null; userId: null }
  | { status: "unlocked"; openings: OpenOnce; userId: string };

const opening: State = { status: "opening", openings: null, userId: null };
const locked: State = { status: "locked", openings: null, userId: null };

type Given = {
  kept: Kept;
  /** Whether the page was made for somebody who is signed in. */
  isSignedIn: boolean;
  readKeys: ReadKeys;
  reloadKeys: ReloadKeys;
  rememberKey: RememberKey;
  noteAdoptedKey: NoteAdoptedKey;
};

/** The vault of this tab: how it comes to be open, on its own or through another tab, and every way it locks. */
export function useOpenVault(given: Given) {
  const { kept, isSignedIn, readKeys, reloadKeys, rememberKey, noteAdoptedKey } = given;
  const onLocked = useRef(() => {});
  const [vault] = useState(() =>
    rememberingVault(
      openBrowserVault(() => onLocked.current()),
      rememberKey,
      noteAdoptedKey,
    ),
  );
  const [state, setState] = useState<State>(opening);
  const [firstTry] = useState(later);

  /** Locks this tab, and destroys both halves of what it kept for a reload. */
  const shut = useCallback(() => {
    kept.locks();
    setState(locked);
    if (keptHalf() === null) return;
    forgetHalf();
    // A server that cannot be reached keeps its half, which opens nothing without the other one.
    void reach(reloadKeys.drop({}));
  }, [kept, reloadKeys]);
  onLocked.current = shut;

  const lock = useCallback(() => {
    shut();
    // If the worker ends while it locks, it has locked too.
    void vault.lock().catch(() => {});
    tellOtherTabs({ kind: "locked" });
  }, [vault, shut]);

  const becomeOpen = useCallback(
    (userId: string) => {
      kept.opened(userId);
      setState({ status: "unlocked", openings: openOnce(vault), userId });
    },
    [kept, vault],
  );

  const unlocked = useCallback(
    async (userId: string) => {
      await vault.claim(userId, Date.now());
      becomeOpen(userId);
      tellOtherTabs({ kind: "unlocked" });
    },
    [vault, becomeOpen],
  );

  /** Opens this tab without asking, if another tab is open or both halves are there, and the session is good. */
  const reopen = useCallback(async () => {
    const stayLocked = () => setState((before) => (before.status === "opening" ? locked : before));
    const since = openSince();
    const isKept = keptHalf() !== null;
    if (!(await vault.isOpen())) {
      if (!isKept) return stayLocked();
      // The idle time ran out while no page was open. What was kept is destroyed and not used.
      if (keptSeen() < since) return lock();
    }
    const answer = await reach(reloadKeys.get({}));
    if (!answer.ok) return stayLocked();
    const { reloadKey, ...whose } = answer.result;
    if (await vault.attach(whose.userId, since)) return becomeOpen(whose.userId);

    const sealed = keptHalf();
    if (sealed === null || reloadKey === null || keptSeen() < since) return lock();
    const keys = await reach(readKeys({}));
    if (!keys.ok) return stayLocked();
    await vault.reopen(whose, { key: reloadKey, sealed }, keys.result);
    await unlocked(whose.userId);
  }, [vault, reloadKeys, readKeys, lock, becomeOpen, unlocked]);

  /** A page for nobody: the session is over. It locks before somebody logs in here, and not while they do. */
  const signedOut = useCallback(async () => {
    await forgetKept();
    if (keptHalf() !== null || (await vault.isOpen())) lock();
    else setState(locked);
  }, [vault, lock]);

  useEffect(() => {
    const tryAgain = () => reopen().catch(shut);
    const { resolve } = firstTry;
    if (readOnReload() === "ask" && isReload()) {
      lock();
      resolve();
    } else void (isSignedIn ? tryAgain() : signedOut().catch(shut)).finally(resolve);

    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void tryAgain();
    };
    window.addEventListener("pageshow", onShow);
    const stopHearingTabs = hearOtherTabs(({ kind }) => {
      if (kind === "unlocked") void tryAgain();
      if (kind !== "locked") return;
      vault.lockedElsewhere();
      shut();
    });
    const stopHearingSession = hearSessionEnd(() => {
      lock();
      void forgetKept();
    });
    return () => {
      window.removeEventListener("pageshow", onShow);
      stopHearingTabs();
      stopHearingSession();
    };
  }, [vault, isSignedIn, firstTry, reopen, signedOut, lock, shut]);

  return { vault, ...state, lock, unlocked, signedOut, firstTry: firstTry.promise };
}
