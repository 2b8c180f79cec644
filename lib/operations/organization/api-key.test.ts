import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationApiKeys } from "@/db/schema/organization-api-keys";
import { sessions } from "@/db/schema/sessions";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { rotateApiKey } from "@/lib/operations/organization/rotate-api-key";
import { showApiKey } from "@/lib/operations/organization/show-api-key";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anOrganizationOf } from "@/test/organization";

async function anOrganization(tx: Tx) {
  const { organizationId, owner, admin } = await anOrganizationOf(tx, ["owner", "admin"]);
  return { owner, admin, target: { organizationId } };
}

const proveAll = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

test("the key is made once, shown as often as it is asked for, and replaced; the log says each", async ({
  tx,
}) => {
  const { owner, target } = await anOrganization(tx);
  await proveAll(tx);
  const made = await execute(tx, showApiKey, owner.actor, target);
  expect(made.secret).toMatch(/^[\w-]{43}$/);
  expect(await execute(tx, showApiKey, owner.actor, target)).toEqual(made);
  const next = await execute(tx, rotateApiKey, owner.actor, target);
  expect(next).not.toEqual(made);
  expect(await execute(tx, showApiKey, owner.actor, target)).toEqual(next);
  expect(
    (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type),
  ).toEqual([
    "organization.api_key_made",
    "organization.api_key_shown",
    "organization.api_key_made",
    "organization.api_key_shown",
  ]);
});

test("neither the table nor the log holds it", async ({ tx }) => {
  const { owner, target } = await anOrganization(tx);
  await proveAll(tx);
  const { secret } = await execute(tx, showApiKey, owner.actor, target);
  const kept = [
    await tx.select().from(organizationApiKeys),
    await tx.select().from(events).orderBy(events.sequence),
  ];
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test("it is shown to nobody without a fresh proof, and to no admin", async ({ tx }) => {
  const { owner, admin, target } = await anOrganization(tx);
  await expectRefused(tx, showApiKey, owner.actor, target, "proof_needed");
  await expectRefused(tx, rotateApiKey, owner.actor, target, "proof_needed");
  await proveAll(tx);
  for (const command of [showApiKey, rotateApiKey])
    await expect(execute(tx, command, admin.actor, target)).rejects.toThrow(NotFound);
});
