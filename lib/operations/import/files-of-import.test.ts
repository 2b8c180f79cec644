import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import type { ImportId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { AttachmentId } from "@/lib/domain/ids";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import { beginAttachment } from "@/lib/operations/attachment/begin-attachment";
import { deleteAttachment } from "@/lib/operations/attachment/delete-attachment";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { importItems } from "@/lib/operations/import/import-items";
import { listImportedItems } from "@/lib/operations/import/list-imported-items";
import { undoImport } from "@/lib/operations/import/undo-import";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import {
  aCollection,
  aConfirmed,
  anAttachment,
  anyId,
  aSealedFile,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { aPerson, type Person, sealedText } from "@/test/people";
import { anEnterprise } from "@/test/policies";

type Actor = Pick<Person, "actor">;

/** An import of two items that somebody has begun, into an organization or their own vault. */
async function begun(tx: Tx, { actor }: Actor, organizationId: OrganizationId | null, into: string[]) {
  const input = {
    importId: anyId() as ImportId,
    organizationId,
    organizationKeyId: organizationId && keyOf(organizationId),
    collections: [],
    into,
    items: [0, 1].map(() => ({ itemId: anyId(), in: into.map((_, at) => at), ...sealedLogin() })),
  };
  await execute(tx, importItems, actor, input);
  const [first, second] = input.items.map(({ itemId }) => itemId as ItemId);
  if (!first || !second) throw new Error("two were imported");
  return { target: { importId: input.importId, organizationId }, importId: input.importId, first, second };
}

async function aWorld(tx: Tx) {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const other = await aConfirmed(tx, organizationId, "owner", "Ada Cole");
  const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
  return {
    organizationId,
    collectionId,
    owner,
    other,
    ...(await begun(tx, owner, organizationId, [collectionId])),
  };
}

async function aFile(tx: Tx, itemId: ItemId, imported?: { importId: ImportId; number: number }) {
  const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
  const sealed = { key: sealedText(5), fileName: sealedText(), size: 65 };
  return { attachmentId: AttachmentId.parse(anyId()), itemId, itemKey: item?.key ?? "", ...sealed, imported };
}

async function send(tx: Tx, { actor }: Actor, input: Awaited<ReturnType<typeof aFile>>) {
  const answer = await execute(tx, beginAttachment, actor, input);
  if (answer.isFinished) return answer;
  const { attachmentId } = input;
  await execute(tx, putAttachmentPart, actor, { attachmentId, number: 0, bytes: aSealedFile() });
  await execute(tx, finishAttachment, actor, { attachmentId });
  return answer;
}

describe("files that come with an import", () => {
  test("go with its items when it is undone, two of one item too", async ({ tx }) => {
    const { owner, target, importId, first, second } = await aWorld(tx);
    await send(tx, owner, await aFile(tx, first, { importId, number: 0 }));
    await send(tx, owner, await aFile(tx, first, { importId, number: 1 }));
    await send(tx, owner, await aFile(tx, second, { importId, number: 0 }));
    expect(await tx.$count(attachments)).toBe(3);
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 2, kept: 0 });
    expect([await tx.$count(attachments), await tx.$count(ciphers)]).toEqual([0, 0]);
  });

  test("of one's own vault go so too", async ({ tx }) => {
    const betty = await aPerson(tx, "Betty Warden");
    const { target, importId, first } = await begun(tx, betty, null, []);
    await send(tx, betty, await aFile(tx, first, { importId, number: 0 }));
    expect(await execute(tx, undoImport, betty.actor, target)).toEqual({ count: 2, kept: 0 });
    expect(await tx.$count(attachments)).toBe(0);
  });

  test.for([
    ["before another of the import", 0],
    ["after it", 1],
  ] as const)("leave an item to whoever has added one by hand %s", async ([, at], { tx }) => {
    const { owner, target, importId, first } = await aWorld(tx);
    const files = [await aFile(tx, first, { importId, number: 0 })];
    files.splice(at, 0, await aFile(tx, first));
    for (const file of files) await send(tx, owner, file);
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 1, kept: 1 });
    expect(await tx.$count(attachments)).toBe(2);
  });

  test("leave an item to whoever has deleted one of them", async ({ tx }) => {
    const { owner, target, importId, first } = await aWorld(tx);
    const file = await aFile(tx, first, { importId, number: 0 });
    await send(tx, owner, file);
    await execute(tx, deleteAttachment, owner.actor, { attachmentId: file.attachmentId });
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 1, kept: 1 });
  });

  test("are there once, however often they are sent", async ({ tx }) => {
    const { owner, importId, first } = await aWorld(tx);
    const which = { importId, number: 0 };
    const givenUp = await aFile(tx, first, which);
    await execute(tx, beginAttachment, owner.actor, givenUp);
    const sent = await aFile(tx, first, which);
    expect(await send(tx, owner, sent)).toEqual({ attachmentId: sent.attachmentId, isFinished: false });
    const { attachmentId } = givenUp;
    const late = { attachmentId, number: 0, bytes: aSealedFile() };
    await expectRefused(tx, putAttachmentPart, owner.actor, late, "not_found");
    expect(await send(tx, owner, await aFile(tx, first, which))).toEqual({
      attachmentId: sent.attachmentId,
      isFinished: true,
    });
    const there = await tx.select({ id: attachments.id }).from(attachments);
    expect(there).toEqual([{ id: sent.attachmentId }]);
  });

  test("come with one's own import alone, of that item, within its day and before it is undone", async ({
    tx,
  }) => {
    const world = await aWorld(tx);
    const { owner, other, organizationId, collectionId, importId, first, target } = world;
    const theirs = await begun(tx, other, organizationId, [collectionId]);
    const refused = async ({ actor }: Actor, itemId: ItemId, id: ImportId, code = "not_found" as const) =>
      expectRefused(tx, beginAttachment, actor, await aFile(tx, itemId, { importId: id, number: 0 }), code);
    await refused(other, first, importId);
    await refused(owner, first, theirs.importId);
    await refused(owner, theirs.first, theirs.importId);
    const another = await begun(tx, owner, organizationId, [collectionId]);
    await refused(owner, first, another.importId);
    await refused(owner, first, anyId() as ImportId);
    const before = new Date(Date.now() - undoneWithinMs - 1000);
    await tx.update(imports).set({ begunAt: before }).where(eq(imports.id, importId));
    const input = await aFile(tx, first, { importId, number: 0 });
    await expectRefused(tx, beginAttachment, owner.actor, input, "import_over");
    const asked = { ...target, itemIds: [first] };
    const isOver = { refusal: "import_over" };
    await expect(ask(tx, listImportedItems, owner.actor, asked)).rejects.toMatchObject(isOver);
    await tx.update(imports).set({ begunAt: sql`now()`, undoneAt: sql`now()` });
    await expectRefused(tx, beginAttachment, owner.actor, input, "import_over");
    expect(await tx.$count(attachments)).toBe(0);
  });

  test("are listed by their numbers with the keys of the items that the place still has", async ({ tx }) => {
    const { owner, other, target, importId, first, second } = await aWorld(tx);
    await send(tx, owner, await aFile(tx, first, { importId, number: 2 }));
    await execute(tx, beginAttachment, owner.actor, await aFile(tx, first, { importId, number: 3 }));
    await anAttachment(tx, first);
    const elsewhere = await begun(tx, await aPerson(tx, "Betty Warden"), null, []);
    const asked = { ...target, itemIds: [first, second, elsewhere.first] };
    const keyOfItem = async (itemId: ItemId) => (await aFile(tx, itemId)).itemKey;
    const listed = await ask(tx, listImportedItems, owner.actor, asked);
    expect(new Map(listed.map(({ id, ...rest }) => [id, rest]))).toEqual(
      new Map([
        [first, { key: await keyOfItem(first), files: [2] }],
        [second, { key: await keyOfItem(second), files: [] }],
      ]),
    );
    await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, second));
    expect(await ask(tx, listImportedItems, owner.actor, asked)).toHaveLength(1);
    await expect(ask(tx, listImportedItems, other.actor, asked)).rejects.toThrow(NotFound);
  });
});
