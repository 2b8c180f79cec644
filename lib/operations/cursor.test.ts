import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";
import { directions } from "@/lib/domain/list-view";
import { clientSorts, staffSorts } from "@/lib/domain/provider/inputs";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { listClients } from "@/lib/operations/client/list-clients";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { readCursor, writeCursor } from "@/lib/operations/cursor";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

/** What the address bar may hold beside words: what PostgreSQL cannot take as text, as number, as time. */
const hostile = fc.oneof(
  fc.constantFrom("\0", "a\0b", "%", "\\", "'", "\ud800", "_", "x".repeat(5000), "0", "-1"),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const oddKeys = [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1.5, 1e308, 0, null, true, "2", "a\0b", [], {}];
const keys = fc.oneof(hostile, fc.constantFrom(...oddKeys));
const moments = fc.constantFrom(
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z"],
  ...["+010000-01-01T00:00:00Z", "now", "infinity", "", "2026-01-01T00:00:00.123456789123Z"],
);
const lists = [
  ...["events by age, descending", "providers by age, descending", "items by age, ascending", "mails", ""],
  ...directions.flatMap((direction) => [
    ...clientSorts.map((sort) => `clients by ${sort}, ${direction}`),
    ...staffSorts.flatMap((sort) =>
      ["provider members", "organization members"].map((list) => `${list} by ${sort}, ${direction}`),
    ),
  ]),
];
const ids = fc.oneof(fc.constant(randomUUID()), hostile);
const places = fc.oneof(
  fc.tuple(fc.oneof(keys, moments)),
  fc.tuple(fc.oneof(keys, moments), ids),
  fc.tuple(keys, keys, ids),
);
const cursors = fc.oneof(
  fc.tuple(fc.constantFrom(...lists), places).map(([list, place]) => writeCursor(list, place)),
  hostile,
  fc.json().map((text) => Buffer.from(text).toString("base64url")),
);

test("no cursor and no search that somebody wrote by hand makes a list fail", { timeout: 120_000 }, async ({
  tx,
}) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await aClientOf(tx, providerId);
  const administrator = await aPerson(tx, "Administrator", { instanceRole: "administrator" });
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });

  await fc.assert(
    fc.asyncProperty(
      cursors,
      hostile,
      fc.constantFrom(...staffSorts),
      fc.constantFrom(...clientSorts),
      fc.constantFrom(...directions),
      async (cursor, search, memberSort, sort, direction) => {
        await ask(tx, listProviders, administrator.actor, { cursor });
        await ask(tx, listProviderEvents, brett.actor, { providerId, cursor });
        await ask(tx, listProviderMembers, brett.actor, {
          providerId,
          search,
          sort: memberSort,
          direction,
          cursor,
        });
        await ask(tx, listClients, brett.actor, { providerId, search, sort, direction, cursor });
        await ask(tx, listOrganizationEvents, owner.actor, { organizationId, cursor });
        await ask(tx, listOrganizationMembers, owner.actor, {
          organizationId,
          search,
          sort: memberSort,
          direction,
          cursor,
        });
        await ask(tx, listCollections, owner.actor, { organizationId, cursor });
        for (const where of [collectionId, "unassigned" as const])
          await ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId: where, cursor });
      },
    ),
    { numRuns: 120 },
  );
});

test("no key of any type makes any order of the clients fail", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await aClientOf(tx, providerId);
  for (const sort of clientSorts)
    for (const direction of directions)
      for (const key of oddKeys) {
        const cursor = writeCursor(`clients by ${sort}, ${direction}`, [key, randomUUID()]);
        await ask(tx, listClients, brett.actor, { providerId, sort, direction, cursor });
      }
});

test("a place of one list, or of another order of it, is none in this one", () => {
  const place = { id: randomUUID() };
  const Place = z.object({ id: z.uuid() });
  const cursor = writeCursor("clients by name, ascending", place);
  expect(readCursor("clients by name, ascending", Place, cursor)).toEqual(place);
  expect(readCursor("clients by used, ascending", Place, cursor)).toBeNull();
});
