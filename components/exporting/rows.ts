import { everyPage } from "@/components/lists/every-page";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { openWithOrganizationKey } from "@/components/vault/hold-key";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ActionResult } from "@/lib/http/result";
import type { SealedVault } from "@/lib/operations/item/get-my-vault";
import type { ItemsToExport } from "@/lib/operations/item/list-items-to-export";
import type { Holders, NamedCollection } from "@/lib/vault/export/json-file";
import type { ItemFacts } from "@/lib/vault/export/wire-item";
import { openCollections } from "@/lib/vault/open-collections";
import { type OpenedItem, openItems } from "@/lib/vault/open-items";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** An item on its way into a file: as the server has it, and as far as it opens. */
export type ExportRow = { facts: ItemFacts; sealed: SealedItem; opened: OpenedItem };

/** What is exported, under which key it is, and what it is in. */
export type ExportRows = { ref: KeyRef; rows: ExportRow[]; holders: Holders };

/** Gets what is to be exported, once somebody may export it. */
export type Source = (vault: Vault) => Promise<ExportRows>;

/** What is a person's own and not in the trash. */
export const ownRows =
  ({ items, folders }: Pick<SealedVault, "items" | "folders">): Source =>
  async (vault) => {
    const own = items.filter(
      ({ organizationId, deletedAt }) => organizationId === null && deletedAt === null,
    );
    const opened = await openItems(vault, "user", own);
    const rows = own.map((sealed, i) => ({
      sealed,
      opened: opened[i] ?? null,
      facts: { ...sealed, organizationId: null, collectionIds: null },
    }));
    const names = await vault.openTexts(
      "user",
      folders.map(({ name }) => name),
    );
    const named = folders.map(({ id }, i) => ({ id, name: names[i] ?? id }));
    return { ref: "user", rows, holders: { folders: named } };
  };

export type AskItemsToExport = (input: {
  organizationId: string;
  cursor: string | null;
}) => Promise<ActionResult<ItemsToExport>>;

/** What an organization has, asked for page by page. */
export const organizationRows =
  (organizationId: string, ask: AskItemsToExport, getKey: AskOrganizationKey): Source =>
  async (vault) => {
    const ref = `organization:${organizationId}` as const;
    const rows: ExportRow[] = [];
    const collections: NamedCollection[] = [];
    await everyPage(
      (cursor) => ask({ organizationId, cursor }),
      async (page) => {
        const opened = await openWithOrganizationKey(
          vault,
          { organizationId, getKey },
          () => openItems(vault, ref, page.items),
          (items) => items.every((item) => item !== null),
        );
        const named = await openCollections(vault, organizationId, page.collections);
        collections.push(
          ...named.map((row) => ({ id: row.id, organizationId, name: row.ok ? row.name : row.id })),
        );
        page.items.forEach((sealed, i) => {
          const facts = { ...sealed, organizationId, isFavorite: false, archivedAt: null, folderId: null };
          rows.push({ sealed, opened: opened[i] ?? null, facts });
        });
      },
    );
    return { ref, rows, holders: { collections } };
  };
