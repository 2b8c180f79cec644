import type { ReadClientActions } from "@/components/blueprints/blueprint-actions";
import { reach } from "@/components/forms/reach";
import { holdOrganizationKey, holdProviderKey, KeyRefused } from "@/components/vault/hold-key";
import type { ClientState } from "@/lib/domain/blueprint/client-state";
import type { ActionResult } from "@/lib/http/result";
import { openClientState } from "@/lib/vault/blueprint";
import type { Vault } from "@/lib/vault/vault";

type Which = { providerId: string; organizationId: string };

/** A client as it is now, opened, with the key that it is sealed under. */
export type OpenedClient = { state: ClientState; name: string; keyId: string; mark: string };

/** What a request answers; a refusal is thrown, and `sealing` turns it into a failure again. */
export async function answerOf<Result>(asking: Promise<ActionResult<Result>>): Promise<Result> {
  const answer = await reach(asking);
  if (!answer.ok) throw new KeyRefused(answer.failure);
  return answer.result;
}

/**
 * Enters a client, which both logs tell of unless one is in it already, and opens what blueprints see of it. The vault
 * holds both keys afterwards.
 *
 * @throws {KeyRefused} what the server says no to.
 */
export async function readClient(
  vault: Vault,
  { providerId, organizationId }: Which,
  { enter, getClient, getProviderKey, getOrganizationKey }: ReadClientActions,
): Promise<OpenedClient> {
  await answerOf(enter({ organizationId }));
  await holdProviderKey(vault, providerId, getProviderKey);
  const { name, keyId, mark, ...state } = await answerOf(getClient({ providerId, organizationId }));
  const held = await holdOrganizationKey(vault, organizationId, getOrganizationKey);
  if (held !== keyId) {
    await vault.drop(`organization:${organizationId}`);
    await holdOrganizationKey(vault, organizationId, getOrganizationKey);
  }
  return { state: await openClientState(vault, organizationId, state), name, keyId, mark };
}
