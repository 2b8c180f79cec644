import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { createGroups } from "@/lib/operations/group/create-groups";
import { getOverview } from "@/lib/operations/organization/get-overview";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
} from "@/test/organization";

async function aClient(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  await execute(tx, enterClient, admin.actor, { organizationId });
  const stepsOf = async () => {
    const { steps } = await ask(tx, getOverview, owner.actor, { organizationId });
    return Object.fromEntries(steps.map(({ key, state }) => [key, state]));
  };
  return { organizationId, admin, owner, stepsOf };
}

test("steps are ticked from what is there", async ({ tx }) => {
  const { organizationId, owner, stepsOf } = await aClient(tx);
  await tx.update(organizations).set({ features: ["groups", "policies", "sso"] });
  await aCollection(tx, organizationId);
  const begun = await stepsOf();
  expect(Object.keys(begun)).toEqual(["collections", "populate", "policies", "sso", "groups", "invite"]);
  expect(begun).toEqual({
    // The one that every organization begins with.
    collections: "toDo",
    populate: "toDo",
    policies: "toDo",
    sso: "later",
    groups: "toDo",
    invite: "toDo",
  });
  await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
  const group = { groupId: anyId(), name: "Finance" };
  await execute(tx, createGroups, owner.actor, { organizationId, groups: [group] });
  await aConfirmed(tx, organizationId, "user", "Una User");
  expect(await stepsOf()).toMatchObject({
    collections: "done",
    populate: "done",
    groups: "done",
    invite: "done",
  });
});

test("what the plan has not is no step", async ({ tx }) => {
  const { stepsOf } = await aClient(tx);
  await tx.update(organizations).set({ features: [] });
  expect(Object.keys(await stepsOf())).toEqual(["collections", "populate", "invite"]);
});

test("visits are shown to owners alone", async ({ tx }) => {
  const { organizationId, admin, owner } = await aClient(tx);
  const overview = (by: typeof owner) => ask(tx, getOverview, by.actor, { organizationId });
  expect((await overview(owner)).visits).toMatchObject([{ isOpen: true, email: admin.email }]);
  const manager = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
  expect((await overview(manager)).visits).toBeNull();
  expect((await ask(tx, getOverview, admin.actor, { organizationId })).visits).toBeNull();
  const user = await aConfirmed(tx, organizationId, "user", "Una User");
  await expect(overview(user)).rejects.toThrow(NotFound);
});
