import { keyOfOwner } from "@/components/items/item";
import type { AskedVault } from "@/components/items/my-vault";
import { openMyVault } from "@/components/items/open-my-vault";
import { everyPage } from "@/components/lists/every-page";
import { type ReportItem, type ReportItems, reportItem } from "@/components/reports/report-item";
import { type AskOrganizationKey, openWithOrganizationKey } from "@/components/vault/hold-key";
import { mapInParts } from "@/components/vault/in-parts";
import type { EncString } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";
import type { ItemsToReport } from "@/lib/operations/item/list-items-to-report";
import { openItems } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

/** Gets what reports cover, opened as far as a page opens it. */
export type Source = (vault: Vault) => Promise<ReportItems>;

/** Everything in a person's vault that is not in the trash. `me`: how what is their own is called. */
export const vaultSource =
  (asked: AskedVault, me: string): Source =>
  async (vault) => {
    const { opened, isAway, at } = await openMyVault(vault, asked);
    const kept = opened.items.filter(({ deletedAt }) => deletedAt === null);
    const logins = await mapInParts(kept, (row) => {
      // What nobody looks at is not put together.
      if (row.type !== "login" || !row.content) return [];
      const place = {
        id: row.id,
        keptIn: [row.keptIn.owner ?? me, ...row.keptIn.collections].join(" · "),
        href: `/vault?item=${row.id}`,
        ref: keyOfOwner(row.organizationId),
        key: row.sealed.key,
        mayReveal: row.may.reveal,
      };
      return reportItem(place, row.content) ?? [];
    });
    const closed = kept.filter(({ opened }) => opened === null).length;
    return { logins: logins.flat(), closed, keptAt: isAway ? at : null };
  };

export type AskItemsToReport = (input: {
  organizationId: string;
  cursor: string | null;
}) => Promise<ActionResult<ItemsToReport>>;

type Organization = {
  organizationId: string;
  name: string;
  ask: AskItemsToReport;
  getKey: AskOrganizationKey;
};

/** What somebody may read of an organization, asked for page by page. */
export const organizationSource =
  ({ organizationId, name, ask, getKey }: Organization): Source =>
  async (vault) => {
    const ref = keyOfOwner(organizationId);
    const home = `/organizations/${organizationId}/collections`;
    const logins: ReportItem[] = [];
    let closed = 0;
    await everyPage(
      (cursor) => ask({ organizationId, cursor }),
      async ({ items }) => {
        const opened = await openWithOrganizationKey(
          vault,
          { organizationId, getKey },
          () => openItems(vault, ref, items),
          (all) => all.every((item) => item !== null),
        );
        items.forEach(({ id, key, may, collectionIds }, i) => {
          const content = opened[i]?.content;
          if (!content) closed++;
          const href = `${home}/${collectionIds[0] ?? "unassigned"}?item=${id}`;
          const place = { id, keptIn: name, href, ref, key: key as EncString, mayReveal: may.reveal };
          const item = content && reportItem(place, content);
          if (item) logins.push(item);
        });
      },
    );
    return { logins, closed, keptAt: null };
  };
