import { readFileSync } from "node:fs";
import type { EncString, SealedKey } from "@/lib/crypto/types";
import type { LoginItem, SealedLogin } from "@/lib/vault/login-item";
import type { SealedAccountKeys } from "@/lib/vault/vault";

/** Somebody's account as the server keeps it. */
export type HostileAccount = {
  name: string;
  email: string;
  userId: string;
  keys: SealedAccountKeys;
  /** The fingerprint phrase of their key, and the one that Mallory's key would have in its place. */
  phrase: string;
  phraseOfMallorysKey: string;
};

/** An item as somebody typed it, and as the server keeps it. */
export type HostileItem = { plain: LoginItem; sealed: SealedLogin };

export type HostileClient = {
  id: string;
  name: string;
  organizationKeyForProvider: EncString;
  organizationKeyForOwner: SealedKey;
  collection: { id: string; name: string; sealedName: EncString };
  items: Record<string, HostileItem>;
};

/**
 * The instance that is attacked, written down by scripts/hostile/fill.ts. Brett is a provider admin and Olive
 * owns the client Cobalt; Mia waits to be confirmed in both clients and Tess in the team; Nadia has a provider
 * to set up. Mallory runs the server, and Milo's keys are other people's keys that are nobody's here.
 */
export type World = {
  /** Everybody's master password. */
  password: string;
  /** Texts that no request may carry. */
  secrets: string[];
  providerId: string;
  setUpLink: string;
  people: Record<"brett" | "olive" | "mia" | "tess" | "nadia" | "milo" | "mallory", HostileAccount>;
  providerKeyForBrett: SealedKey;
  cobalt: HostileClient;
  quartz: HostileClient;
  /** Keys of Mallory's own making, sealed to Mallory and to those who shall take them for theirs. */
  mallorys: {
    providerKey: SealedKey;
    providerKeyForBrett: SealedKey;
    organizationKey: SealedKey;
    organizationKeyForOlive: SealedKey;
  };
};

export const world: World = JSON.parse(readFileSync(process.env.HOSTILE_WORLD ?? "", "utf8"));

export function itemOf(client: HostileClient, name: string): HostileItem {
  const item = client.items[name];
  if (!item) throw new Error(`${client.name} has no item ${name}`);
  return item;
}
