import { randomUUID } from "node:crypto";
import { imports } from "@/db/schema/imports";
import { ImportId } from "@/lib/domain/ids";
import { finishImport } from "@/lib/operations/import/finish-import";
import { getImportPlace } from "@/lib/operations/import/get-import-place";
import { importItems } from "@/lib/operations/import/import-items";
import { listImportedItems } from "@/lib/operations/import/list-imported-items";
import { undoImport } from "@/lib/operations/import/undo-import";
import { inConsole } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf, sealedLogin } from "@/test/organization";

const importers = inConsole(["owner", "admin", "visitors", "custom: import_export"]);

/** An import that whoever asks has begun in the organization, or its owner where that is nobody. */
async function begun({ tx, organizationId, places, you }: Given) {
  const id = ImportId.parse(randomUUID());
  const begunBy = (you.person ?? places.owner).userId;
  await tx.insert(imports).values({ id, organizationId, begunBy, begunAt: new Date() });
  return { organizationId, importId: id };
}

export const rows = [
  row(getImportPlace, importers).with(({ organizationId }) => ({ organizationId })),
  row(importItems, importers).with(({ organizationId, collectionId }) => ({
    importId: randomUUID(),
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collections: [],
    into: [collectionId],
    items: [{ itemId: randomUUID(), in: [0], ...sealedLogin() }],
  })),
  row(listImportedItems, importers).with(async (given) => ({
    ...(await begun(given)),
    itemIds: [randomUUID()],
  })),
  row(finishImport, importers).with(begun),
  row(undoImport, importers).with(begun),
];
