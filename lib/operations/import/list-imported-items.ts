import "server-only";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import { ListImportedItems } from "@/lib/domain/import/inputs";
import { personOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { expectTouchable, ofImport } from "@/lib/operations/import/internal/the-import";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { defineQuery } from "@/lib/operations/query";

/**
 * What somebody needs who sends the files of an import after its items: of each item that its place still has, the key
 * that it is sealed under, and the numbers of the files that have come. Nothing of what the items hold.
 *
 * @throws {Refused} `import_over`
 */
export const listImportedItems = defineQuery({
  name: "import.list_items",
  input: ListImportedItems,
  access: importers,
  async read({ tx, actor, input, now }) {
    const [found] = await tx.select().from(imports).where(eq(imports.id, input.importId));
    if (!found) throw new NotFound();
    expectTouchable(found, input, personOf(actor), now);
    return tx
      .select({
        id: ciphers.id,
        key: ciphers.key,
        files: sql<
          number[]
        >`coalesce(array_agg(${attachments.importNumber}) filter (where ${attachments.id} is not null), '{}')`,
      })
      .from(ciphers)
      .leftJoin(
        attachments,
        and(
          eq(attachments.itemId, ciphers.id),
          eq(attachments.importId, input.importId),
          isNotNull(attachments.finishedAt),
        ),
      )
      .where(and(inArray(ciphers.id, input.itemIds), ofImport(found), isNull(ciphers.deletedAt)))
      .groupBy(ciphers.id);
  },
});
