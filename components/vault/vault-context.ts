"use client";

import { createContext, useContext } from "react";
import type { z } from "zod";
import type { OpenOnce } from "@/components/vault/open-once";
import type { SigningOptions } from "@/components/vault/passkey-device";
import type { EncString, KdfSettings } from "@/lib/crypto/types";
import type { UnlockWithPasskey } from "@/lib/domain/account/passkey";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { ActionResult } from "@/lib/http/result";
import type { SealedAccountKeys, ServedAccountKeys } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** The signed-in person's own keys, sealed, with what opens them beside the master password. */
export type MyKeys = ServedAccountKeys & {
  userId: string;
  email: string;
  kdf: KdfSettings;
  /** Whether one of the account's passkeys unlocks the vault too. */
  unlocksByPasskey: boolean;
};

export type ReadKeys = (input: Record<string, never>) => Promise<ActionResult<MyKeys>>;

/** Whose session this is, and its half of what opens the vault after a reload, or null where nothing is kept. */
type ReloadKey<Key> = { userId: string; sessionId: string; reloadKey: Key };

/** Makes, reads and destroys the server's half. */
export type ReloadKeys = {
  make: (input: Record<string, never>) => Promise<ActionResult<ReloadKey<string>>>;
  get: (input: Record<string, never>) => Promise<ActionResult<ReloadKey<string | null>>>;
  drop: (input: Record<string, never>) => Promise<ActionResult<null>>;
};

/** How a passkey unlocks: what it is to sign, and what the server keeps sealed for it. */
export type PasskeyUnlock = {
  ask: (input: { purpose: "unlock" }) => Promise<ActionResult<SigningOptions>>;
  open: (input: z.input<typeof UnlockWithPasskey>) => Promise<ActionResult<OpenedByPasskey>>;
};

type OpenedByPasskey = ServedAccountKeys<Omit<SealedAccountKeys, "userKeyForAccount">> & {
  userId: string;
  credentialId: string;
  userKeyForPasskey: EncString;
};

export type VaultState = {
  /** `opening` while a new page finds out whether it may open without asking; a moment, and on the server. */
  status: "opening" | "locked" | "unlocked";
  /** Acts with the unlocked vault. Locked, it asks for the master password first; see `Cancelled`. */
  withVault: <Result>(act: (vault: Vault) => Promise<Result>) => Promise<Result>;
  /** Forgets every key and everything opened, in every tab of this browser. */
  lock: () => void;
  /** Forgets what was typed behind a lock. */
  forget: () => void;
  /** The policies of organizations that bind whoever's vault is open; empty until they are known. */
  policies: readonly BindingPolicy[];
};

/** For those who log in, register and unlock. Everybody else has enough of `VaultState`. */
export type VaultKeeper = {
  /** The vault itself, locked or not. */
  vault: Vault;
  readKeys: ReadKeys;
  passkeyUnlock: PasskeyUnlock;
  /** To be called when this tab has unlocked the vault with the keys of this account. */
  unlocked: (userId: string) => Promise<void>;
  /** To be called by a page for nobody: it locks, and what the device has kept is forgotten. */
  signedOut: () => Promise<void>;
  /** To be called after that with what was typed: an organization may ask for a stronger master password. */
  judgePassword: (userId: string, typed: { email: string; password: string }) => Promise<void>;
  /** Whether the master password has to be changed before anything else is done. */
  mustChangePassword: boolean;
  passwordChanged: () => void;
  /** What was opened since unlocking; null while locked. */
  openings: OpenOnce | null;
};

export const VaultContext = createContext<(VaultState & VaultKeeper) | null>(null);

function useVaultContext() {
  const context = useContext(VaultContext);
  if (!context) throw new Error("there is no VaultProvider around this");
  return context;
}

export const useVaultKeeper = (): VaultKeeper => useVaultContext();
export const useVaultState = (): VaultState => useVaultContext();
