import type { SubjectNames } from "@/components/events/events";
import { type AskOrganizationKey, openWithOrganizationKey } from "@/components/vault/hold-key";
import type { SealedSubjects } from "@/lib/operations/event/internal/names-of-subjects";
import { openCollections } from "@/lib/vault/open-collections";
import type { Vault } from "@/lib/vault/vault";

export type SealedLog = {
  organizationId: string;
  getKey: AskOrganizationKey;
  names: readonly SealedSubjects[];
};

/** Opens the names of what a log is about. One that cannot be opened is left out: its id is shown all the same. */
export function openSubjects(vault: Vault, sealed: SealedLog): Promise<SubjectNames> {
  const { organizationId, names } = sealed;
  const collections = names.flatMap((page) => page.collections);
  const items = names.flatMap((page) => page.items);
  return openWithOrganizationKey(
    vault,
    sealed,
    async () => {
      const opened = await openCollections(vault, organizationId, collections);
      const texts = await vault.openItems(
        `organization:${organizationId}`,
        items.map(({ key, name }) => ({ key, open: { name }, check: {} })),
      );
      return new Map([
        ...opened.flatMap((row): [string, string][] => (row.ok ? [[row.id, row.name]] : [])),
        ...items.flatMap(({ id }, i): [string, string][] => {
          const item = texts[i];
          const name = item?.ok ? item.texts.name : null;
          return name ? [[id, name]] : [];
        }),
      ]);
    },
    (opened) => [...collections, ...items].every(({ id }) => opened.has(id)),
  );
}
