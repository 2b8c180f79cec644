import { type AskMyVault, readSent } from "@/components/items/my-vault";
import { everyPage } from "@/components/lists/every-page";
import { type AskOrganizationKey, KeyRefused, openWithOrganizationKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import { fromParts, itemsOf } from "@/lib/domain/item/compact";
import type { ActionResult } from "@/lib/http/result";
import { shownLikeness, wholeLikeness } from "@/lib/import/likeness";
import type { ImportReader } from "@/lib/import/reader";
import type { ItemsToReport } from "@/lib/operations/item/list-items-to-report";
import type { ShownItem } from "@/lib/vault/item";
import { openItems, openSecretsOf } from "@/lib/vault/open-items";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** Whom is asked for what a place has already. */
export type AskThoseThere = {
  myVault: AskMyVault;
  organizationItems: (input: {
    organizationId: string;
    cursor: string | null;
  }) => Promise<ActionResult<ItemsToReport>>;
  getKey: AskOrganizationKey;
};

type Content = { key: EncString; content: ShownItem };

const shownOf = (
  rows: readonly { key: string }[],
  opened: Awaited<ReturnType<typeof openItems>>,
): Content[] =>
  rows.flatMap(({ key }, at) => {
    const content = opened[at]?.content;
    return content ? [{ key: key as EncString, content }] : [];
  });

async function contentsIn(
  vault: Vault,
  ask: AskThoseThere,
  organizationId: string | null,
): Promise<Content[]> {
  if (organizationId === null) {
    const answer = await ask.myVault({ known: null });
    if (!answer.ok) throw new KeyRefused(answer.failure);
    if (!answer.result.contents) return [];
    const { items } = itemsOf(await fromParts(readSent(answer.result.contents).compact));
    const own = items.filter((item) => item.organizationId === null && item.deletedAt === null);
    return shownOf(own, await openItems(vault, "user", own));
  }
  const found: Content[] = [];
  await everyPage(
    (cursor) => ask.organizationItems({ organizationId, cursor }),
    async ({ items: read }) => {
      // To be found the same would tell the passwords of those that are hidden from whoever imports.
      const items = read.filter(({ may }) => may.reveal);
      const opened = await openWithOrganizationKey(
        vault,
        { organizationId, getKey: ask.getKey },
        () => openItems(vault, `organization:${organizationId}`, items),
        (all) => all.every((item) => item !== null),
      );
      found.push(...shownOf(items, opened));
    },
  );
  return found;
}

/**
 * Finds which items of a file the place has already, as far as whoever imports may read there. Only those are opened whole
 * that look like one of the file's.
 */
export async function findThoseThere(
  vault: Vault,
  reader: Pick<ImportReader, "looks" | "there">,
  ask: AskThoseThere,
  organizationId: string | null,
): ReturnType<ImportReader["there"]> {
  const salt = crypto.randomUUID();
  // What was found before holds no more, also where nothing can be read now.
  await reader.there(salt, []);
  const looks = new Set(await reader.looks(salt));
  const contents = await contentsIn(vault, ask, organizationId);
  const alike = contents.filter(({ content }) => looks.has(shownLikeness(salt, content)));
  const ref: KeyRef = organizationId ? `organization:${organizationId}` : "user";
  const opened = await openSecretsOf(vault, ref, alike);
  return reader.there(
    salt,
    opened.flatMap((item) => (item ? [wholeLikeness(salt, item)] : [])),
  );
}
