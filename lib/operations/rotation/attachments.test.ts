import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { anAttachment } from "@/test/organization";
import {
  aRotation,
  aSealedAttachment,
  aSealedClient,
  aSealedItem,
  openKeyOf,
  readAttachment,
} from "@/test/sealed-world";

test("files go on under an organization's next key, and what is being uploaded is given up", async ({
  tx,
}) => {
  const world = await aSealedClient(tx, { items: 1 });
  const { organizationId, owner } = world;
  const itemId = await aSealedItem(tx, world, "Firewall");
  const ref = `organization:${organizationId}` as const;
  const file = await aSealedAttachment(tx, owner, ref, itemId);
  await anAttachment(tx, itemId, { finishedAt: null });
  const [before] = await tx.select().from(attachments).where(eq(attachments.id, file.id));

  const { stage, finish } = await aRotation(tx, organizationId, owner);
  expect(await stage()).toMatchObject({ ok: true });
  await finish();
  expect(await readAttachment(tx, owner, ref, file)).toBe(null);
  await openKeyOf(tx, organizationId, owner);
  expect(await readAttachment(tx, owner, ref, file)).toBe("plan.txt: north wing");
  const rows = await tx.select().from(attachments);
  expect(rows).toEqual([{ ...before, key: expect.any(String), fileName: expect.any(String) }]);
  expect(rows[0]?.key).not.toBe(before?.key);
});

test("an item whose file is left out is not staged, and a file that comes later is sealed anew too", async ({
  tx,
}) => {
  const world = await aSealedClient(tx, { items: 0 });
  const { organizationId, owner } = world;
  const itemId = await aSealedItem(tx, world, "Firewall");
  const ref = `organization:${organizationId}` as const;
  await aSealedAttachment(tx, owner, ref, itemId);
  const { stage, finish, door } = await aRotation(tx, organizationId, owner);
  const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
  if (!item) throw new Error("the item is there");
  const { type, key, name, notes, fields, passwordHistory, data } = item;
  const version = String(Number(item.revisedAt));
  const sealed = { type, key, name, notes, fields, passwordHistory, data };
  const refused = door.stage([{ kind: "item", id: itemId, version, sealed }]);
  await expect(refused).rejects.toMatchObject({ refusal: "item_out_of_date" });

  expect(await stage()).toMatchObject({ ok: true });
  const late = await aSealedAttachment(tx, owner, ref, itemId);
  await tx.update(attachments).set({ finishedAt: null }).where(eq(attachments.id, late.id));
  await execute(tx, finishAttachment, owner.actor, { attachmentId: late.id });
  await expect(finish()).rejects.toMatchObject({ refusal: "rotation_incomplete" });
  expect(await stage()).toMatchObject({ ok: true });
  await finish();
  await openKeyOf(tx, organizationId, owner);
  expect(await readAttachment(tx, owner, ref, late)).toBe("plan.txt: north wing");
});
