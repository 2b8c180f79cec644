import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { userIdOf } from "@/lib/domain/actor";
import { all, allow } from "@/lib/domain/decision";
import type { UserId } from "@/lib/domain/ids";
import { ImportItems } from "@/lib/domain/import/inputs";
import { importPartsAnHour, mayImportMore } from "@/lib/domain/import/limits";
import { mayKeepAnother } from "@/lib/domain/item/limits";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { mayMakeItem } from "@/lib/domain/policy/items";
import { personOf } from "@/lib/operations/account/access";
import { makeCollections } from "@/lib/operations/collection/internal/make-collections";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { insertImported } from "@/lib/operations/import/internal/insert-imported";
import { readyFolders } from "@/lib/operations/import/internal/ready-folders";
import { beginImport, lockImport, ofImport, ownerOf } from "@/lib/operations/import/internal/the-import";
import { holdCollections } from "@/lib/operations/item/internal/hold-collections";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { account, organization as lockOf } from "@/lib/operations/locks";
import { type OrganizationPlace, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";

type Input = z.output<typeof ImportItems>;

/**
 * Takes one part of an import, whole or not at all. What came before under the same ids stays as it is, so whoever does
 * not know whether a part has arrived sends it again. The number of statements does not depend on that of the items. The
 * log has one line for an import that begins and none for each item.
 */
export const importItems = defineCommand({
  name: "import.items",
  input: ImportItems,
  access: importers,
  // Making collections changes grants, and the account's items are counted.
  locks: ({ actor, input: { organizationId, collections } }) => {
    if (organizationId) return collections.length > 0 ? [lockOf(organizationId)] : [];
    const userId = userIdOf(actor);
    return userId ? [account(userId)] : [];
  },
  quota: ({ actor }) => [
    { what: "import_parts", about: personOf(actor), points: importPartsAnHour, seconds: 3600 },
  ],
  async run({ tx, actor, input, standing, now }) {
    const userId = personOf(actor);
    const place = input.organizationId && standing !== "self" ? placeOf(standing) : null;
    const made = place ? await readyPlace(tx, place, input, now) : [];
    if (!place) await readyFolders(tx, input, userId);

    const owner = ownerOf(input, userId);
    const known = await lockImport(tx, input, userId, now);
    const theImport = known ?? (await beginImport(tx, input, userId, now));

    const there = await thoseThere(tx, input, userId);
    const fresh = input.items.filter(({ itemId }) => !there.has(itemId));
    await expectAllowed(tx, input, fresh, theImport, userId);
    if (fresh.length > 0) await insertImported(tx, input, fresh, userId, now);
    const begun = known ? [] : [{ type: "import.begun" as const, ...owner }];
    return doneEach({ created: fresh.length, existed: there.size }, [...begun, ...made], (event) => event);
  },
});

/** Makes what collections are to be made, and holds all that items come into. */
async function readyPlace(tx: Tx, place: OrganizationPlace, input: Input, now: Date) {
  const { importId, organizationId, organizationKeyId, collections, into } = input;
  if (!organizationId || !organizationKeyId) throw new NotFound();
  if (collections.length > 0) assertAllowed(mayInOrganization("create_collections", place));
  // As with one that is made by hand: otherwise what a member imports would be in nobody's vault.
  const wanted = { importId, organizationId, organizationKeyId, collections, forMaker: true };
  const made = collections.length > 0 ? await makeCollections(tx, place, wanted, now) : [];
  // Whoever imports into an organization writes and does not read: no permission in a collection is asked for.
  await holdCollections(tx, place, organizationId, into, { judge: () => allow });
  await expectCurrentKey(tx, organizationId, organizationKeyId);
  return made;
}

/** Which of the items are there already, or came with this import and were shared with an organization since. */
async function thoseThere(tx: Tx, { importId, organizationId, items }: Input, userId: UserId) {
  const ids = items.map(({ itemId }) => itemId);
  const rows = await tx
    .select({
      id: ciphers.id,
      organizationId: ciphers.organizationId,
      userId: ciphers.userId,
      importId: ciphers.importId,
    })
    .from(ciphers)
    .where(inArray(ciphers.id, ids));
  const isHere = (row: (typeof rows)[number]) =>
    organizationId
      ? row.organizationId === organizationId
      : row.userId === userId || (row.organizationId !== null && row.importId === importId);
  if (!rows.every(isHere)) throw new NotFound();
  return new Set(rows.map(({ id }) => id));
}

async function expectAllowed(
  tx: Tx,
  { organizationId }: Input,
  fresh: Input["items"],
  theImport: Parameters<typeof ofImport>[0] & { doneAt: Date | null },
  userId: UserId,
) {
  const policies = await bindingPolicies(tx, userId);
  const types = [...new Set(fresh.map(({ type }) => type))];
  assertAllowed(all(...types.map((type) => mayMakeItem(policies, { type, isOwn: organizationId === null }))));
  assertAllowed(mayImportMore(await tx.$count(ciphers, ofImport(theImport)), fresh.length, theImport.doneAt));
  if (!organizationId)
    assertAllowed(mayKeepAnother(await tx.$count(ciphers, eq(ciphers.userId, userId)), fresh.length));
}
