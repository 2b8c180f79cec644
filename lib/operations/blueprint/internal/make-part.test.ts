import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { collections } from "@/db/schema/collections";
import { ApplyBlueprint } from "@/lib/domain/blueprint/inputs";
import { makePart } from "@/lib/operations/blueprint/internal/make-part";
import { NotFound } from "@/lib/operations/errors";
import { test } from "@/test/database";
import { aConfirmed, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

// Whoever applies a blueprint makes collections too, as the tables of permissions are. Each part is judged for itself.
test("collections are made only by whoever makes collections", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, {});
  const organizationId = await aClientOf(tx, providerId);
  const { memberId } = await aConfirmed(tx, organizationId, "user", "Claire Dubois");
  const part = ApplyBlueprint.parse({
    ...{ providerId, organizationId, organizationKeyId: keyOf(organizationId) },
    ...{ blueprintId: randomUUID(), mark: "A".repeat(43), isLast: false },
    collections: [{ collectionId: randomUUID(), name: sealedText() }],
    ...{ groups: [], cells: [], switches: null },
  });
  const place = (creationIsLimited: boolean) => ({
    ...{ providerId, state: "enabled" as const, features: [] },
    switches: {
      ...{ creationIsLimited, adminsReachAll: true },
      ...{ deletionNeedsManage: false, collectionDeletionIsLimited: false },
    },
    capacity: {
      ...{ as: "member" as const, role: "user" as const, memberId },
      ...{ placeIsProviders: false, letInByProvider: false, isOfTeam: false },
    },
  });
  await expect(makePart(tx, place(true), part, new Date())).rejects.toThrow(NotFound);
  expect(await tx.$count(collections)).toBe(0);
  await makePart(tx, place(false), part, new Date());
  expect(await tx.$count(collections)).toBe(1);
});
