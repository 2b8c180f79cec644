import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { type UnpackedVault, unpackVault } from "@/components/items/pack-vault";
import { KeyRefused } from "@/components/vault/hold-key";
import type { Bytes } from "@/lib/crypto/types";
import { type CompactInParts, compactForm } from "@/lib/domain/item/compact";
import type { ActionResult } from "@/lib/http/result";
import type { SentContents, SyncedVault } from "@/lib/operations/item/sync-my-vault";
import { keptVault } from "@/lib/vault/kept-for-away";
import type { Vault } from "@/lib/vault/vault";

export type AskMyVault = (input: { known: string | null }) => Promise<ActionResult<SyncedVault>>;

/** Whose vault a page shows, and how it is asked for. */
export type AskedVault = { userId: string; ask: AskMyVault };

/** What a server answers with. */
export type Sent = { revision: string; contents: SentContents };

/**
 * What a server has sent: the items as they come, and what is around them.
 *
 * @throws {KeyRefused} when their values stand in other places than this release knows.
 */
export function readSent({ form, compact, ...around }: SentContents) {
  if (form !== compactForm) throw new KeyRefused({ code: "outdated_page" });
  return { compact: compact as CompactInParts, ...around };
}

export type MyVault = {
  revision: string;
  /** When the server sent it. */
  at: number;
  /** As the server sent it, with one object for each item. */
  contents: VaultContents;
  owed: Sent["contents"]["owed"];
  opened: OpenedVault;
  /** All of it is there, as it is now. */
  isWhole: boolean;
  /** The server is away now: the vault can only be looked at. */
  isAway: boolean;
  /** What the device has kept, if the vault was opened from there. */
  kept: KeptVault | null;
};

/** What is kept of a vault, while the larger part of it is still being read. */
export type KeptVault = UnpackedVault & { bodies: Promise<Bytes | null> };

/** There is a head of which the rest is not there any more, or does not open. */
export class KeptInHalves extends Error {}

/** What the device has kept. What another release has kept in a form of its own counts as nothing. */
export async function readKept(vault: Vault, userId: string): Promise<KeptVault | null> {
  try {
    const kept = await keptVault(vault, userId);
    return kept && { ...unpackVault(kept.head), bodies: kept.bodies };
  } catch {
    return null;
  }
}

/**
 * Opens what was kept.
 *
 * @param isAway whether the server is: then there is nothing in the vault that could be changed.
 * @throws {KeptInHalves}
 */
export async function openKept(
  vault: Vault,
  userId: string,
  kept: KeptVault,
  isAway: boolean,
): Promise<MyVault> {
  const { owed, ...around } = kept.around;
  const whole = { ...around, ...kept.rows, userId };
  const contents = isAway ? toLookAt(whole) : whole;
  // What did not open is tried again, for which it is read.
  if ([...kept.contents.values()].includes(null)) await readBodies(kept);
  const opened = await openVault(vault, contents, undefined, { kept, isToLookAt: isAway });
  await readBodies(kept);
  const { revision, at } = kept;
  return { revision, at, contents: whole, owed, opened, isWhole: true, isAway, kept };
}

async function readBodies(kept: KeptVault): Promise<void> {
  const bodies = await kept.bodies.catch(() => null);
  if (!bodies) throw new KeptInHalves();
  kept.giveBodies(bodies);
}

/** The same, with nothing in it that could be changed. */
export function toLookAt(contents: VaultContents): VaultContents {
  return {
    ...contents,
    memberships: contents.memberships.map((row) => ({ ...row, mayMakeCollections: false })),
    collections: contents.collections.map((row) => ({
      ...row,
      mayEdit: false,
      may: { manage: false, delete: false },
    })),
  };
}
