import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { blueprints } from "@/db/schema/blueprints";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { organizations } from "@/db/schema/organizations";
import type { Actor } from "@/lib/domain/actor";
import { type ApplyBlueprint, blueprintLimit } from "@/lib/domain/blueprint/inputs";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { applyBlueprint } from "@/lib/operations/blueprint/apply-blueprint";
import { deleteBlueprint } from "@/lib/operations/blueprint/delete-blueprint";
import { getBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { listBlueprints } from "@/lib/operations/blueprint/list-blueprints";
import { renameBlueprint } from "@/lib/operations/blueprint/rename-blueprint";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { renameGroup } from "@/lib/operations/group/rename-group";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aCollection, aConfirmed, aMemberOf, aVisit, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aPolicy } from "@/test/policies";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

const aBlueprint = async (tx: Tx, actor: Actor, providerId: ProviderId) => {
  const blueprintId = randomUUID();
  const sealed = { name: sealedText(2), content: sealedText(20) };
  await execute(tx, saveBlueprint, actor, { providerId, blueprintId, ...sealed });
  return { blueprintId, ...sealed };
};

/** A provider whose service user is in one of its clients. */
async function aVisited(tx: Tx, plan: "teams_monthly" | "enterprise_monthly" = "enterprise_monthly") {
  const team = await aProviderWith(tx, wardens);
  const { providerId, brett, betty } = team;
  const organizationId = await aClientOf(tx, providerId, { name: "Fjord Logistics", plan });
  await aVisit(tx, organizationId, providerId, betty);
  const { blueprintId } = await aBlueprint(tx, brett.actor, providerId);
  const client = { providerId, organizationId };
  const look = () => ask(tx, getClientState, betty.actor, client);
  return { ...team, ...client, blueprintId, client, look };
}

type Part = z.input<typeof ApplyBlueprint>;

const aPart = (
  of: { providerId: ProviderId; organizationId: OrganizationId; blueprintId: string; mark: string },
  more: Partial<Part> = {},
): Part => ({
  providerId: of.providerId,
  organizationId: of.organizationId,
  blueprintId: of.blueprintId,
  mark: of.mark,
  organizationKeyId: keyOf(of.organizationId),
  collections: [],
  groups: [],
  cells: [],
  switches: null,
  isLast: false,
  ...more,
});

const switches = {
  limitCollectionCreation: true,
  limitCollectionDeletion: true,
  limitItemDeletion: true,
  allowAdminAccessToAllCollectionItems: false,
};

describe("a blueprint", () => {
  test("is saved, renamed and deleted by admins, and read by service users", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const { blueprintId, ...sealed } = await aBlueprint(tx, brett.actor, providerId);
    expect(await ask(tx, getBlueprint, betty.actor, { providerId, blueprintId })).toMatchObject(sealed);
    const name = sealedText(3);
    await execute(tx, renameBlueprint, brett.actor, { providerId, blueprintId, name });
    expect(await ask(tx, listBlueprints, betty.actor, { providerId })).toMatchObject([
      { id: blueprintId, name },
    ]);
    const more = { providerId, blueprintId: randomUUID(), ...sealed };
    await expectRefused(tx, saveBlueprint, betty.actor, more, "not_found");
    await expectRefused(tx, renameBlueprint, betty.actor, { providerId, blueprintId, name }, "not_found");
    await expectRefused(tx, deleteBlueprint, betty.actor, { providerId, blueprintId }, "not_found");
    await execute(tx, deleteBlueprint, brett.actor, { providerId, blueprintId });
    expect(await tx.$count(blueprints)).toBe(0);
    expect((await eventsOf(tx)).map(({ type, details }) => [type, details])).toEqual([
      ["provider.blueprint_saved", null],
      ["provider.blueprint_changed", null],
      ["provider.blueprint_deleted", null],
    ]);
  });

  test("is kept sealed, once for each form, and is not another provider's", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const { blueprintId } = await aBlueprint(tx, brett.actor, providerId);
    const again = { blueprintId, name: sealedText(2), content: sealedText(9) };
    await execute(tx, saveBlueprint, brett.actor, { providerId, ...again });
    expect(await tx.$count(blueprints)).toBe(1);
    const plain = { providerId, ...again, blueprintId: randomUUID(), content: '{"version":1}' };
    await expect(execute(tx, saveBlueprint, brett.actor, plain)).rejects.toThrow("not_sealed");

    const { actor } = elsewhere.brett;
    const theirs = { providerId: elsewhere.providerId, blueprintId };
    await expectRefused(tx, saveBlueprint, actor, { ...theirs, ...again }, "not_found");
    await expectRefused(tx, renameBlueprint, actor, { ...theirs, name: sealedText(2) }, "not_found");
    await expectRefused(tx, deleteBlueprint, actor, theirs, "not_found");
    await expect(ask(tx, getBlueprint, actor, theirs)).rejects.toThrow(NotFound);
    await expect(ask(tx, getBlueprint, actor, { providerId, blueprintId })).rejects.toThrow(NotFound);
  });

  test("beyond the limit of a provider is refused", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    for (let made = 0; made < blueprintLimit; made += 1) await aBlueprint(tx, brett.actor, providerId);
    const more = { providerId, blueprintId: randomUUID(), name: sealedText(2), content: sealedText(2) };
    await expectRefused(tx, saveBlueprint, brett.actor, more, "too_many_blueprints");
  });
});

describe("a client", () => {
  test("has after each part the mark that it is seen with, also where a permission was another", async ({
    tx,
  }) => {
    const visited = await aVisited(tx);
    const { betty, look } = visited;
    const [collectionId, groupId] = [randomUUID(), randomUUID()];
    const at = { groupId, collectionId };
    let { mark } = await look();
    for (const made of [
      { collections: [{ collectionId, name: sealedText() }] },
      { groups: [{ groupId, name: "Sales" }] },
      { groups: [{ groupId: randomUUID(), name: "sales" }] },
      { cells: [{ ...at, from: null, to: "edit" as const }] },
      { cells: [{ ...at, from: "edit" as const, to: "manage" as const }], switches },
    ]) {
      ({ mark } = await execute(tx, applyBlueprint, betty.actor, aPart({ ...visited, mark }, made)));
      expect(mark).toBe((await look()).mark);
    }
  });

  test("is made as the blueprint says, part by part, and both logs tell it once", async ({ tx }) => {
    const visited = await aVisited(tx);
    const { betty, look, organizationId, providerId } = visited;
    await aPolicy(tx, organizationId, "two_step_login");
    const before = await look();
    expect(before).toMatchObject({ name: "Fjord Logistics", policies: [{ type: "two_step_login" }] });
    const [collectionId, groupId] = [randomUUID(), randomUUID()];
    const first = aPart(
      { ...visited, mark: before.mark },
      {
        collections: [{ collectionId, name: sealedText() }],
        groups: [{ groupId, name: "Sales" }],
      },
    );
    const { mark } = await execute(tx, applyBlueprint, betty.actor, first);
    expect(mark).toBe((await look()).mark);
    const last = aPart(
      { ...visited, mark },
      {
        cells: [{ groupId, collectionId, from: null, to: "edit" }],
        switches,
        isLast: true,
      },
    );
    const done = await execute(tx, applyBlueprint, betty.actor, last);
    const after = await look();
    expect(after).toMatchObject({ mark: done.mark, switches, cells: [{ permission: "edit" }] });

    const told = await eventsOf(tx);
    const here = told.filter((event) => event.organizationId === organizationId);
    expect(here.map(({ type }) => type).toSorted()).toEqual([
      "collection.created",
      "group.created",
      "group.updated",
      "organization.admins_reach_their_own",
      "organization.blueprint_applied",
      "organization.item_deletion_limited",
    ]);
    expect(new Set(here.map((event) => event.providerId))).toEqual(new Set([providerId]));
    expect(told.filter(({ type }) => type === "client.blueprint_applied")).toMatchObject([
      { providerId, organizationId: null, details: { client: "Fjord Logistics" } },
    ]);
  });

  test("that has changed since it was compared is left as it is", async ({ tx }) => {
    const visited = await aVisited(tx);
    const { betty, look, organizationId } = visited;
    const [group] = await tx
      .insert(groups)
      .values({ organizationId, name: "Sales", sortName: "sales" })
      .returning({ id: groups.id });
    const { mark } = await look();
    const part = aPart({ ...visited, mark }, { groups: [{ groupId: randomUUID(), name: "IT" }] });
    const renamed = { organizationId, groupId: group?.id ?? "", name: "Selling" };
    await execute(tx, renameGroup, betty.actor, renamed);
    await expectRefused(tx, applyBlueprint, betty.actor, part, "outdated_client");
    await execute(tx, applyBlueprint, betty.actor, { ...part, mark: (await look()).mark });
    // The same part once more is of a client that has it by now.
    await expectRefused(tx, applyBlueprint, betty.actor, part, "outdated_client");
    expect(await tx.$count(groups)).toBe(2);
  });

  test("takes no id of another organization, no other provider's blueprint, and no old key", async ({
    tx,
  }) => {
    const visited = await aVisited(tx);
    const { betty, look, organizationId, providerId } = visited;
    const other = await aClientOf(tx, providerId, { name: "Other", plan: "enterprise_monthly" });
    const collectionId = await aCollection(tx, other);
    const [group] = await tx
      .insert(groups)
      .values({ organizationId: other, name: "IT", sortName: "it" })
      .returning({ id: groups.id });
    const groupId = group?.id ?? "";
    const own = await aCollection(tx, organizationId);
    const of = { ...visited, mark: (await look()).mark };
    const parts: Partial<Part>[] = [
      { collections: [{ collectionId, name: sealedText() }] },
      { groups: [{ groupId, name: "IT" }] },
      { cells: [{ groupId, collectionId: own, from: null, to: "view" }] },
      { blueprintId: randomUUID() },
    ];
    for (const part of parts)
      await expectRefused(tx, applyBlueprint, betty.actor, aPart(of, part), "not_found");
    const elsewhere = await aProviderWith(tx, wardens);
    const theirs = await aBlueprint(tx, elsewhere.brett.actor, elsewhere.providerId);
    const foreign = aPart({ ...of, blueprintId: theirs.blueprintId });
    await expectRefused(tx, applyBlueprint, betty.actor, foreign, "not_found");
    const old = aPart(of, {
      organizationKeyId: randomUUID(),
      collections: [{ collectionId: randomUUID(), name: sealedText() }],
    });
    await expectRefused(tx, applyBlueprint, betty.actor, old, "organization_key_replaced");
    expect(await tx.$count(collections)).toBe(2);
  });

  test("is looked at and changed only by whoever is in it, as far as it lets its provider in", async ({
    tx,
  }) => {
    const visited = await aVisited(tx);
    const { brett, betty, look, organizationId, client } = visited;
    const { mark } = await look();
    const part = aPart({ ...visited, mark }, { isLast: true });
    await expectRefused(tx, applyBlueprint, brett.actor, part, "client_not_entered");
    await tx.update(organizations).set({ providerAccess: "manage_without_items" });
    await execute(tx, applyBlueprint, betty.actor, part);
    await tx.update(organizations).set({ providerAccess: "closed" });
    await expectRefused(tx, applyBlueprint, betty.actor, part, "provider_access_closed");
    await expect(ask(tx, getClientState, betty.actor, client)).rejects.toThrow("provider_access_closed");

    const owner = await aConfirmed(tx, organizationId, "owner", "Odile Owner");
    await expectRefused(tx, applyBlueprint, owner.actor, part, "not_found");
    const elsewhere = await aProviderWith(tx, wardens);
    // An owner who is of another provider's team has no blueprints for this one's client.
    await aMemberOf(tx, organizationId, elsewhere.brett, { role: "owner" });
    const mixed = { ...part, providerId: elsewhere.providerId };
    await expectRefused(tx, applyBlueprint, elsewhere.brett.actor, mixed, "not_found");
  });

  test("whose plan has no groups gets none", async ({ tx }) => {
    const visited = await aVisited(tx, "teams_monthly");
    const { betty, look } = visited;
    await tx.update(organizations).set({ features: ["events"] });
    const { mark, includes } = await look();
    expect(includes).toEqual({ groups: false, policies: false });
    const part = aPart({ ...visited, mark }, { groups: [{ groupId: randomUUID(), name: "IT" }] });
    await expectRefused(tx, applyBlueprint, betty.actor, part, "not_in_plan");
  });

  test("with more than is laid side by side is not compared", async ({ tx }) => {
    const { look, organizationId } = await aVisited(tx);
    const many = Array.from({ length: 501 }, (_, index) => `Group ${index}`);
    await tx
      .insert(groups)
      .values(many.map((name) => ({ organizationId, name, sortName: name.toLowerCase() })));
    await expect(look()).rejects.toThrow("client_too_large");
  });
});
