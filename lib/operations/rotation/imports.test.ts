import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import type { ImportId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { undoImport } from "@/lib/operations/import/undo-import";
import { test } from "@/test/database";
import { aRotation, aSealedClient, openKeyOf } from "@/test/sealed-world";

test("what was imported is undone after the key was replaced, however often; what was changed before or since stays", async ({
  tx,
}) => {
  const world = await aSealedClient(tx, { items: 4 });
  const { organizationId, owner } = world;
  const importId = randomUUID() as ImportId;
  await tx
    .insert(imports)
    .values({ id: importId, organizationId, begunBy: owner.userId, begunAt: new Date() });
  const at = new Date(Date.now() - 60_000);
  await tx.update(ciphers).set({ importId, createdAt: at, revisedAt: at });
  const [before, between, since] = await tx.select({ id: ciphers.id }).from(ciphers);
  if (!before || !between || !since) throw new Error("four items are there");
  const change = ({ id }: typeof before) =>
    tx.update(ciphers).set({ revisedAt: new Date() }).where(eq(ciphers.id, id));
  for (const changed of [before, between]) {
    await change(changed);
    const { stage, finish } = await aRotation(tx, organizationId, owner);
    expect(await stage()).toMatchObject({ ok: true });
    await finish();
    await openKeyOf(tx, organizationId, owner);
  }
  await tx
    .update(ciphers)
    .set({ revisedAt: new Date(Date.now() + 60_000) })
    .where(eq(ciphers.id, since.id));
  expect(await execute(tx, undoImport, owner.actor, { organizationId, importId })).toEqual({
    count: 1,
    kept: 3,
  });
  const left = await tx.select({ id: ciphers.id }).from(ciphers);
  expect(left.map(({ id }) => id).sort()).toEqual([before, between, since].map(({ id }) => id).sort());
});
