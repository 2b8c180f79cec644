import { compactForm, compactItems, inParts, type ListedItem } from "@/lib/domain/item/compact";
import type { Failure } from "@/lib/http/result";
import type { SentContents, SyncedVault } from "@/lib/operations/item/sync-my-vault";

/** What the server says of a vault with these items. */
export const sent = (
  revision: string,
  rows: readonly ListedItem[],
  folders: SentContents["folders"] = [],
): { revision: string; contents: SentContents } => {
  const around = { form: compactForm, memberships: [], collections: [], owed: [], folders };
  return { revision, contents: { ...around, compact: inParts(compactItems(rows, [])) } };
};

/** A server that answers with it, and one that does not. */
export const answered = (result: SyncedVault) => async () => ({ ok: true as const, result });
export const failing = (code: Failure["code"]) => async () => ({ ok: false as const, failure: { code } });

/** The vault is kept on the device while the page goes on. */
export const untilKept = () => new Promise((resolve) => setTimeout(resolve, 100));
