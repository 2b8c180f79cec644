import type { ListBlueprints } from "@/components/blueprints/blueprint-select";
import { reach } from "@/components/forms/reach";
import { KeyRefused } from "@/components/vault/hold-key";
import { isTaken } from "@/components/vault/is-taken";
import { type OfProvider, openProviderNames } from "@/components/vault/provider-names";
import type { Vault } from "@/lib/vault/vault";

type Given = OfProvider & {
  name: string;
  /** The blueprint that is to be called so, which may be called so already. */
  blueprintId: string;
  list: ListBlueprints;
};

/**
 * Blueprints are told apart by their names, which are sealed: so a browser compares them, and no server.
 *
 * @throws {KeyRefused} `already_exists` where another blueprint of the provider has the name
 */
export async function expectFreeName(vault: Vault, { name, blueprintId, list, ...of }: Given): Promise<void> {
  const listed = await reach(list({ providerId: of.providerId }));
  if (!listed.ok) throw new KeyRefused(listed.failure);
  const others = listed.result.filter(({ id }) => id !== blueprintId);
  const names = (await openProviderNames(vault, of, others)).map((other) => other.name);
  if (isTaken(names, name)) throw new KeyRefused({ code: "already_exists" });
}
