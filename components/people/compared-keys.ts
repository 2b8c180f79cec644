"use client";

import { useCallback } from "react";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { toBase64 } from "@/lib/crypto/base64";
import { parsePublicKey } from "@/lib/crypto/public-key";
import type { PublicKey } from "@/lib/crypto/types";

/** Which people's public keys somebody has compared by their phrases. */
export interface ComparedKeys {
  /** Whether this very key of theirs was compared. */
  isCompared(userId: string, publicKey: PublicKey): Promise<boolean>;
  rememberCompared(userId: string, publicKey: PublicKey): Promise<void>;
}

const placeOf = (accountId: string) => `trousseau-compared-keys:${accountId}`;

/** What one account has compared, in this browser: a digest of the key for each person. */
export function comparedKeysOf(accountId: string): ComparedKeys {
  return {
    async isCompared(userId, publicKey) {
      return read(accountId)[userId] === (await digestOf(publicKey));
    },
    async rememberCompared(userId, publicKey) {
      const digest = await digestOf(publicKey);
      try {
        const kept = JSON.stringify({ ...read(accountId), [userId]: digest });
        window.localStorage.setItem(placeOf(accountId), kept);
      } catch {
        // A browser that keeps nothing asks again.
      }
    },
  };
}

/** Nothing but a digest that is equal counts, so what stands there need not be understood. */
function read(accountId: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(window.localStorage.getItem(placeOf(accountId)) ?? "{}"));
  } catch {
    return {};
  }
}

const digestOf = async (publicKey: PublicKey) =>
  toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", parsePublicKey(publicKey))));

const nothingCompared: ComparedKeys = { isCompared: async () => false, rememberCompared: async () => {} };

/** Asks for what the person who is signed in has compared. Of somebody unknown, nothing is. */
export function useComparedKeys(): () => Promise<ComparedKeys> {
  const { readKeys } = useVaultKeeper();
  return useCallback(async () => {
    const answer = await readKeys({});
    return answer.ok ? comparedKeysOf(answer.result.userId) : nothingCompared;
  }, [readKeys]);
}
