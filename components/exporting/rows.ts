import type { AskedVault } from "@/components/items/my-vault";
import { openMyVault } from "@/components/items/open-my-vault";
import { everyPage } from "@/components/lists/every-page";
import { type AskOrganizationKey, KeyRefused, openWithOrganizationKey } from "@/components/vault/hold-key";
import { mapInParts } from "@/components/vault/in-parts";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ActionResult } from "@/lib/http/result";
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

/** What is a person's own and not in the trash, as the server has it now. */
export const ownRows =
  (asked: AskedVault): Source =>
  async (vault) => {
    const { opened, isAway } = await openMyVault(vault, asked);
    // A file is taken for all that there is, which what this device has kept need not be.
    if (isAway) throw new KeyRefused({ code: "unreachable" });
    const own = opened.items.filter(
      ({ organizationId, deletedAt }) => organizationId === null && deletedAt === null,
    );
    const rows = await mapInParts(own, ({ row, sealed, opened }): ExportRow => {
      const { id, folderId, isFavorite, archivedAt, createdAt, revisedAt, reprompt } = row;
      const marks = { folderId, isFavorite, archivedAt };
      const facts = {
        id,
        ...marks,
        createdAt,
        revisedAt,
        reprompt,
        organizationId: null,
        collectionIds: null,
      };
      return { facts, sealed, opened };
    });
    const folders = opened.folders.map(({ id, name }) => ({ id, name: name ?? id }));
    return { ref: "user", rows, holders: { folders } };
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
