import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientTags } from "@/db/schema/client-tags";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { Actor } from "@/lib/domain/actor";
import { ClientTagId, type ProviderId } from "@/lib/domain/ids";
import { tagLimit, tagsOfClientLimit } from "@/lib/domain/provider/tags";
import { changeTag } from "@/lib/operations/client/change-tag";
import { deleteTag } from "@/lib/operations/client/delete-tag";
import { listClients } from "@/lib/operations/client/list-clients";
import { makeTag } from "@/lib/operations/client/make-tag";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

async function aTag(tx: Tx, actor: Actor, providerId: ProviderId) {
  const tagId = ClientTagId.parse(randomUUID());
  await execute(tx, makeTag, actor, { providerId, tagId, name: sealedText(2), color: "teal" });
  return tagId;
}

describe("a tag", () => {
  test("is made by either role, served sealed, changed and deleted", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const tagId = await aTag(tx, betty.actor, providerId);
    const name = sealedText(3);
    await execute(tx, changeTag, betty.actor, { providerId, tagId, name, color: "rust" });
    const { tags } = await ask(tx, listClients, betty.actor, { providerId });
    expect(tags).toEqual([{ id: tagId, name, color: "rust" }]);
    await execute(tx, deleteTag, betty.actor, { providerId, tagId });
    expect((await ask(tx, listClients, betty.actor, { providerId })).tags).toEqual([]);
    expect((await eventsOf(tx)).map(({ type }) => type)).toEqual([
      "provider.tag_made",
      "provider.tag_changed",
      "provider.tag_deleted",
    ]);
  });

  test("with a name that anybody could read is refused", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const plain = { providerId, tagId: randomUUID(), name: "Gold", color: "teal" as const };
    await expect(execute(tx, makeTag, brett.actor, plain)).rejects.toThrow("not_sealed");
  });

  test("sent twice is made once, and another provider's id is not found", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const tagId = await aTag(tx, brett.actor, providerId);
    const again = { tagId, name: sealedText(2), color: "teal" as const };
    await execute(tx, makeTag, brett.actor, { providerId, ...again });
    expect((await ask(tx, listClients, brett.actor, { providerId })).tags).toHaveLength(1);
    const theirs = { providerId: elsewhere.providerId, ...again };
    for (const command of [makeTag, changeTag])
      await expectRefused(tx, command, elsewhere.brett.actor, theirs, "not_found");
    const { actor } = elsewhere.brett;
    await expectRefused(tx, deleteTag, actor, { providerId: elsewhere.providerId, tagId }, "not_found");
  });

  test("beyond the limit of a provider is refused", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    for (let made = 0; made < tagLimit; made += 1) await aTag(tx, brett.actor, providerId);
    const more = { providerId, tagId: randomUUID(), name: sealedText(2), color: "teal" as const };
    await expectRefused(tx, makeTag, brett.actor, more, "too_many_tags");
  });
});

describe("a client", () => {
  test("has just the tags it was given, and the provider's log alone says so", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Fjord Logistics" });
    const [one, two] = [await aTag(tx, betty.actor, providerId), await aTag(tx, betty.actor, providerId)];
    await execute(tx, setClientTags, betty.actor, { providerId, organizationId, tagIds: [one, two] });
    await execute(tx, setClientTags, betty.actor, { providerId, organizationId, tagIds: [two] });
    await execute(tx, setClientTags, betty.actor, { providerId, organizationId, tagIds: [two] });
    const { clients } = await ask(tx, listClients, betty.actor, { providerId });
    expect(clients).toMatchObject([{ tags: [two] }]);
    expect((await eventsOf(tx)).filter(({ type }) => type === "client.tags_changed")).toMatchObject([
      { providerId, organizationId: null, details: { name: "Fjord Logistics", given: 2, taken: 0 } },
      { providerId, organizationId: null, details: { given: 0, taken: 1 } },
    ]);
  });

  test("takes no tag of another provider, and no more than the limit", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId);
    const theirs = await aTag(tx, elsewhere.brett.actor, elsewhere.providerId);
    const given = { providerId, organizationId };
    await expectRefused(tx, setClientTags, brett.actor, { ...given, tagIds: [theirs] }, "not_found");
    const tagIds = [];
    for (let made = 0; made <= tagsOfClientLimit; made += 1)
      tagIds.push(await aTag(tx, brett.actor, providerId));
    await expectRefused(tx, setClientTags, brett.actor, { ...given, tagIds }, "too_many_tags_of_client");
    const foreign = { providerId: elsewhere.providerId, organizationId, tagIds: [theirs] };
    await expectRefused(tx, setClientTags, elsewhere.brett.actor, foreign, "not_found");
  });

  test("loses its tags with its provider, or with the tag", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const [one, two] = [await aClientOf(tx, providerId), await aClientOf(tx, providerId)];
    const [gold, rust] = [await aTag(tx, brett.actor, providerId), await aTag(tx, brett.actor, providerId)];
    for (const organizationId of [one, two])
      await execute(tx, setClientTags, brett.actor, { providerId, organizationId, tagIds: [gold, rust] });
    await execute(tx, deleteTag, brett.actor, { providerId, tagId: gold });
    await tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, one));
    expect(await tx.select().from(clientTags)).toMatchObject([{ organizationId: two, tagId: rust }]);
  });
});

test("the clients of a tag are listed in each order, as they are named at the moment", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 5000 });
  const tag = await aTag(tx, brett.actor, providerId);
  const tagged: string[] = [];
  for (let index = 0; index < 57; index += 1) {
    const organizationId = await aClientOf(tx, providerId, {
      name: `Client ${index}`,
      seats: 10 + (index % 7),
    });
    if (index % 19 === 0) continue;
    await execute(tx, setClientTags, brett.actor, { providerId, organizationId, tagIds: [tag] });
    tagged.push(organizationId);
  }
  const [first] = tagged;
  await execute(tx, renameClient, brett.actor, { providerId, organizationId: first ?? "", name: "Aardvark" });
  for (const sort of ["name", "assigned", "used", "remaining", "plan"] as const) {
    const one = await ask(tx, listClients, brett.actor, { providerId, tag, sort });
    const two = await ask(tx, listClients, brett.actor, { providerId, tag, sort, cursor: one.next });
    const seen = [...one.clients, ...two.clients].map(({ id }) => id);
    expect(seen.toSorted()).toEqual(tagged.toSorted());
    if (sort === "name") expect(one.clients[0]).toMatchObject({ id: first, name: "Aardvark" });
  }
  const found = await ask(tx, listClients, brett.actor, { providerId, tag, search: "aard" });
  expect(found.clients).toHaveLength(1);
});
