import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { compactForm, compactItems, inParts } from "@/lib/domain/item/compact";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { readVault } from "@/lib/operations/item/internal/read-vault";
import { defineQuery } from "@/lib/operations/query";

/**
 * Everything in somebody's vault in the compact form, with a revision that is another one whenever anything of it is:
 * whoever names the one they have is sent nothing again. It is made from the contents, because what somebody sees also
 * changes by the clock, without a write.
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
  async read({ tx, actor, input }) {
    const { items, entries, ...around } = await readVault(tx, personOf(actor));
    const contents = {
      form: compactForm,
      ...around,
      compact: inParts(compactItems(inOrder(items), entries)),
    };
    const revision = createHash("sha256").update(JSON.stringify(contents)).digest("base64url");
    return { revision, contents: input.known === revision ? null : contents };
  },
});

/** The database says them in any order, and the same vault is to have the same revision. */
const inOrder = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

export type SyncedVault = Awaited<ReturnType<typeof syncMyVault.read>>;
