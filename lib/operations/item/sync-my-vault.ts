import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { compactForm, compactItems, type Entry, inParts } from "@/lib/domain/item/compact";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { readAround, readVault } from "@/lib/operations/item/internal/read-vault";
import { stateOfVault } from "@/lib/operations/item/internal/vault-state";
import { rememberRevision, revisionIn } from "@/lib/operations/item/internal/vaults-read";
import { askerOf } from "@/lib/operations/limits";
import { defineQuery } from "@/lib/operations/query";

/** How often somebody can ask for their vault within ten minutes. All of it may be read each time. */
export const vaultsInTenMinutes = 200;

/**
 * Everything in somebody's vault in the compact form, with a revision that is another one whenever anything of it is:
 * whoever names the one they have is sent nothing again. It is made from the contents, because what somebody sees also
 * changes by the clock, without a write. Items are not read where they cannot be others than when that revision was made.
 */
export const syncMyVault = defineQuery({
  name: "item.sync_my_vault",
  input: z.object({
    known: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .nullable(),
  }),
  access: signedIn,
  // A page asks every few minutes, when it comes into sight and after each act, and somebody may have many of them open.
  throttle: ({ actor }) => [
    { what: "my_vault", by: askerOf(actor), points: vaultsInTenMinutes, seconds: 600 },
  ],
  async read({ tx, actor, input: { known } }) {
    const userId = personOf(actor);
    const around = await readAround(tx, userId);
    const state = await stateOfVault(tx, userId, around);
    if (known && known === revisionIn(userId, state)) return { revision: known, contents: null };
    const contents = inOneOrder(await readVault(tx, userId, around));
    const revision = createHash("sha256").update(JSON.stringify(contents)).digest("base64url");
    rememberRevision(userId, state, revision);
    return { revision, contents: known === revision ? null : contents };
  },
});

/** The database says rows in any order, and the same vault is to have the same revision. */
function inOneOrder({ items, entries, ...around }: Awaited<ReturnType<typeof readVault>>) {
  const compact = compactItems(items.toSorted(byId), entries.toSorted(byPlace));
  return { form: compactForm, ...around, compact: inParts(compact) };
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);
const byId = (one: { id: string }, other: { id: string }) => compare(one.id, other.id);
const byPlace = (one: Entry, other: Entry) =>
  compare(one.itemId, other.itemId) || compare(one.collectionId, other.collectionId);

export type SyncedVault = Awaited<ReturnType<typeof syncMyVault.read>>;
export type SentContents = NonNullable<SyncedVault["contents"]>;
