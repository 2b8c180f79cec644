import { byName, type OfProvider, openProviderNames } from "@/components/vault/provider-names";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import type { ServedBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import type { ListedBlueprint } from "@/lib/operations/blueprint/list-blueprints";
import { openContent } from "@/lib/vault/blueprint";
import type { Vault } from "@/lib/vault/vault";

/** A provider's blueprints as a page was served them. */
export type SealedBlueprints = OfProvider & { blueprints: readonly ListedBlueprint[] };

/** A blueprint with its name, or null where that cannot be opened. */
export type NamedBlueprint = Omit<ListedBlueprint, "name"> & { name: string | null };

/** The names, opened with the provider key, in their order. Those that do not open come last. */
export async function openBlueprints(
  vault: Vault,
  { blueprints, ...of }: SealedBlueprints,
): Promise<NamedBlueprint[]> {
  return byName(await openProviderNames(vault, of, blueprints));
}

/** One blueprint as a page was served it. */
export type SealedBlueprint = OfProvider & { blueprint: ServedBlueprint };

export type OpenedBlueprint = { id: string; name: string | null; content: BlueprintContent | null };

/** One blueprint with all that is in it. */
export async function openBlueprint(
  vault: Vault,
  { blueprint, ...of }: SealedBlueprint,
): Promise<OpenedBlueprint> {
  const [opened] = await openProviderNames(vault, of, [blueprint]);
  return {
    id: blueprint.id,
    name: opened?.name ?? null,
    content: await openContent(vault, of.providerId, blueprint.content),
  };
}
