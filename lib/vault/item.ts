import type { EncString } from "@/lib/crypto/types";

/** How an address is compared with a page's; null is the account's default. Protocol chapter 0.6. */
export type LoginUri = { uri: string; match: number | null };

/** A login as a person sees it. What is empty is null. */
export type LoginItem = {
  name: string;
  username: string | null;
  password: string | null;
  totp: string | null;
  notes: string | null;
  uris: LoginUri[];
};

export type SealedLoginUri = { uri: EncString; uriChecksum: EncString; match: number | null };

/** A login as the server keeps it: every text under the item's own key, and that key under `key`'s holder's. */
export type SealedLogin = {
  key: EncString;
  name: EncString;
  notes: EncString | null;
  login: {
    username: EncString | null;
    password: EncString | null;
    totp: EncString | null;
    uris: SealedLoginUri[];
  };
};

/** Most characters of each sealed text. Protocol chapter 2.4. */
export const sealedLoginLimits = {
  key: 300,
  name: 1_000,
  username: 1_000,
  totp: 1_000,
  password: 5_000,
  notes: 10_000,
  uri: 10_000,
  uriChecksum: 10_000,
} as const;
