import { reach } from "@/components/forms/reach";
import type { ActionResult, Failure } from "@/lib/http/result";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { openProviderKey } from "@/lib/vault/open-provider";
import type { ServedProviderKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** Asks the server for an organization's key as it is sealed for whoever is signed in. */
export type AskOrganizationKey = (input: {
  organizationId: string;
}) => Promise<ActionResult<SealedOrganizationKey>>;

/** The same for a provider's key. */
export type AskProviderKey = (input: { providerId: string }) => Promise<ActionResult<ServedProviderKey>>;

/** The server did not hand the key out, or did not answer. */
export class KeyRefused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

async function served<Key>(asking: Promise<ActionResult<Key>>): Promise<Key> {
  const answer = await reach(asking);
  if (!answer.ok) throw new KeyRefused(answer.failure);
  return answer.result;
}

/**
 * Makes sure that the vault holds the organization's key, and answers the key's id, which goes with whatever is
 * sealed under it. The server is asked only if the vault does not hold it.
 *
 * @throws {KeyRefused}
 * @throws {VaultError} when the key is not the right one
 */
export async function holdOrganizationKey(
  vault: Vault,
  organizationId: string,
  askKey: AskOrganizationKey,
): Promise<string> {
  const held = await vault.organizationKeyId(`organization:${organizationId}`);
  if (held !== null) return held;
  const key = await served(askKey({ organizationId }));
  await openOrganizationKey(vault, organizationId, key);
  return key.organizationKeyId;
}

/**
 * The same with a key that came with a page. What comes under the id of the key that is held is not looked at.
 *
 * @throws {VaultError} when the key is not the right one
 */
export async function holdServedOrganizationKey(
  vault: Vault,
  organizationId: string,
  key: SealedOrganizationKey,
): Promise<void> {
  const ref = `organization:${organizationId}` as const;
  const held = await vault.organizationKeyId(ref);
  if (held === key.organizationKeyId) return;
  if (held !== null) await vault.drop(ref);
  await openOrganizationKey(vault, organizationId, key);
}

/**
 * Opens something with the organization's key. If not all of it opens, the key may have been replaced since it was
 * fetched: it is asked for once more, and if it is another, everything is opened with that one.
 *
 * @throws {KeyRefused}
 * @throws {VaultError} when the key is not the right one
 */
export async function openWithOrganizationKey<Opened>(
  vault: Vault,
  { organizationId, getKey }: { organizationId: string; getKey: AskOrganizationKey },
  open: () => Promise<Opened>,
  isWhole: (opened: Opened) => boolean,
): Promise<Opened> {
  const held = await holdOrganizationKey(vault, organizationId, getKey);
  const opened = await open();
  if (isWhole(opened)) return opened;
  const key = await served(getKey({ organizationId }));
  if (key.organizationKeyId === held) return opened;
  await holdServedOrganizationKey(vault, organizationId, key);
  return open();
}

/**
 * Makes sure that the vault holds the provider's key.
 *
 * @throws {KeyRefused}
 * @throws {VaultError} when the key is not the right one
 */
export async function holdProviderKey(
  vault: Vault,
  providerId: string,
  askKey: AskProviderKey,
): Promise<void> {
  if (await vault.holds(`provider:${providerId}`)) return;
  await openProviderKey(vault, providerId, await served(askKey({ providerId })));
}
