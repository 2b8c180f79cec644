import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ItemTarget } from "@/lib/domain/item/inputs";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { NotFound } from "@/lib/operations/errors";
import { itemReaders } from "@/lib/operations/item/access";
import { inOrganization } from "@/lib/operations/organization/access";
import { ask, defineQuery } from "@/lib/operations/query";
import { openReading } from "@/lib/operations/reading";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith } from "@/test/organization";

const seeItem = defineQuery({
  name: "test.see_item",
  input: ItemTarget,
  access: itemReaders,
  read: async ({ input: { itemId } }) => itemId,
});

const seeOrganization = defineQuery({
  name: "test.see_organization",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  read: async ({ input: { organizationId } }) => organizationId,
});

/** Two items of one organization, of which somebody has the first. */
async function twoItems(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const reader = await aConfirmed(tx, organizationId, "user", "Betty Warden");
  const outsider = await aConfirmed(tx, organizationId, "user", "Billy Warden");
  const given = await aCollection(tx, organizationId, { [reader.memberId]: "view" });
  return {
    ...{ organizationId, reader, outsider },
    theirs: await anItem(tx, organizationId, [given]),
    another: await anItem(tx, organizationId, [await aCollection(tx, organizationId)]),
  };
}

test("two questions of one request about two items are judged each by its own item", async ({ tx }) => {
  const { reader, theirs, another } = await twoItems(tx);
  const see = (itemIds: (typeof theirs)[]) => {
    const reading = openReading(tx);
    return Promise.allSettled(itemIds.map((itemId) => ask(reading, seeItem, reader.actor, { itemId })));
  };
  const seen = { status: "fulfilled", value: theirs };
  const hidden = { status: "rejected", reason: new NotFound() };
  expect(await see([theirs, another])).toEqual([seen, hidden]);
  expect(await see([another, theirs])).toEqual([hidden, seen]);
});

test("two questions of one request about one item are judged each by who asks", async ({ tx }) => {
  const { reader, outsider, theirs } = await twoItems(tx);
  const reading = openReading(tx);
  const see = ({ actor }: typeof reader) => ask(reading, seeItem, actor, { itemId: theirs });
  const [seen, hidden] = await Promise.allSettled([see(reader), see(outsider)]);
  expect([seen?.status, hidden?.status]).toEqual(["fulfilled", "rejected"]);
});

test("two questions of one request about two organizations are judged each by its own", async ({ tx }) => {
  const { organizationId, reader } = await twoItems(tx);
  const other = await anOrganizationWith(tx, { name: "Other" });
  const reading = openReading(tx);
  const see = (of: typeof organizationId) =>
    ask(reading, seeOrganization, reader.actor, { organizationId: of });
  const [own, foreign] = await Promise.allSettled([see(organizationId), see(other.organizationId)]);
  expect([own?.status, foreign?.status]).toEqual(["fulfilled", "rejected"]);
});
