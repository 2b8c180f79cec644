import { readFileSync } from "node:fs";
import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { OpenItem } from "@/lib/vault/item";
import type { SealedAccountKeys } from "@/lib/vault/served";

/** Somebody's account as the server keeps it. */
export type HostileAccount = {
  name: string;
  email: string;
  userId: string;
  keys: SealedAccountKeys;
  /** The fingerprint phrase of their key, and the one that the attacker's key has in its place. */
  phrase: string;
  phraseOfForgery: string;
};

/** An item as somebody typed it, and as the server keeps it. */
export type HostileItem = { plain: OpenItem<"login">; sealed: SealedItem<"login"> };

export type HostileClient = {
  id: string;
  name: string;
  organizationKeyForProvider: EncString;
  organizationKeyForOwner: SealedKey;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  collection: { id: string; name: string; sealedName: EncString };
  items: Record<string, HostileItem>;
};

/** Keys of the attacker's own (base64), and what a server makes of them: sealed for people to take for theirs. */
export type Forgeries = {
  publicKey: PublicKey;
  privateKey: string;
  providerKey: string;
  organizationKey: string;
  providerKeyForBrett: SealedKey;
  /** A key sealed under the forged provider key, as a client's would be. */
  clientKeyForProvider: EncString;
  organizationKeyForOlive: SealedKey;
  /** The pair of the forged organization. Its private half is as long, sealed, as Cobalt's. */
  organizationPublicKey: PublicKey;
  privateKeyForOrganization: EncString;
};

/**
 * The instance that is attacked, written down by scripts/hostile/fill.ts. Brett is a provider admin and Olive
 * owns the client Cobalt; Mia waits to be confirmed in both clients and Tess in the team; Nadia has a provider
 * to set up. Milo is somebody else, whose keys may stand in for others.
 */
export type World = {
  /** Everybody's master password. */
  password: string;
  /** Texts that no request may carry. */
  secrets: string[];
  providerId: string;
  setUpLink: string;
  people: Record<"brett" | "olive" | "mia" | "tess" | "nadia" | "milo", HostileAccount>;
  providerKeyForBrett: SealedKey;
  cobalt: HostileClient;
  quartz: HostileClient;
  forgeries: Forgeries;
};

export const world: World = JSON.parse(readFileSync(process.env.HOSTILE_WORLD ?? "", "utf8"));

export function itemOf(client: HostileClient, name: string): HostileItem {
  const item = client.items[name];
  if (!item) throw new Error(`${client.name} has no item ${name}`);
  return item;
}
