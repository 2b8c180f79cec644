import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import { createClient } from "@/lib/operations/client/create-client";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { createCollection } from "@/lib/operations/collection/create-collection";
import type { Command } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { deleteItem } from "@/lib/operations/item/delete-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, aMemberOf, anItem, anyId, aVisit, keyOf, sealedLogin } from "@/test/organization";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

/** A provider that is suspended while one of its admins is inside a client. */
async function world(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    billy: "service_user, confirmed",
    invited: "service_user, invited",
    accepted: "service_user, accepted",
  });
  const { providerId, brett } = team;
  const organizationId = await aClientOf(tx, providerId);
  const person = await aPerson(tx, "Betty Warden");
  const memberId = await aMemberOf(tx, organizationId, person, { status: "accepted" });
  const collectionId = await aCollection(tx, organizationId);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  await aVisit(tx, organizationId, providerId, brett);
  await tx.update(providers).set({ state: "suspended" }).where(eq(providers.id, providerId));
  return { ...team, organizationId, person, memberId, collectionId, itemId };
}

type World = Awaited<ReturnType<typeof world>>;
type Attempt = (tx: Tx, world: World) => Promise<void>;

const refused =
  <Schema extends z.ZodType, Standing, Result, Prepared>(
    command: Command<Schema, Standing, Result, Prepared>,
    input: (world: World) => z.input<Schema>,
  ): Attempt =>
  (tx, here) =>
    expectRefused(tx, command, here.brett.actor, input(here), "provider_suspended");

const ofItsOwn: Record<string, Attempt> = {
  "invite staff": refused(inviteProviderMembers, ({ providerId }) => ({
    providerId,
    emails: ["betty@provider.example"],
    role: "service_user" as const,
  })),
  "send an invitation again": refused(resendProviderInvitations, ({ providerId, invited }) => ({
    providerId,
    memberIds: [invited.memberId],
  })),
  "confirm staff": refused(confirmProviderMembers, ({ providerId, accepted }) => ({
    providerId,
    people: [
      { memberId: accepted.memberId, publicKey: accepted.publicKey, providerKeyForMember: sealedKey() },
    ],
  })),
  "create a client": refused(createClient, ({ providerId }) => ({
    providerId,
    organizationId: anyId(),
    organizationKeyId: anyId(),
    name: "Another Client",
    plan: "teams_monthly" as const,
    seats: 5,
    ownerEmail: "owner@client.example",
    organizationKeyForProvider: sealedText(5),
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    collectionName: sealedText(),
  })),
  "rename a client": refused(renameClient, ({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    name: "Renamed",
  })),
  "change a client's seats": refused(setClientSeats, ({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    seats: 12,
  })),
};

const inside: Record<string, Attempt> = {
  "invite a member": refused(inviteOrganizationMembers, ({ organizationId }) => ({
    organizationId,
    emails: ["somebody@client.example"],
    role: "user" as const,
    collections: [],
  })),
  "confirm a member": refused(confirmOrganizationMembers, ({ organizationId, memberId, person }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people: [{ memberId, publicKey: person.publicKey, organizationKeyForMember: sealedKey() }],
  })),
  "remove a member": refused(removeOrganizationMembers, ({ organizationId, memberId }) => ({
    organizationId,
    memberIds: [memberId],
  })),
  "make a collection": refused(createCollection, ({ organizationId }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionId: anyId(),
    name: sealedText(),
    members: [],
  })),
  "make an item": refused(createItem, ({ organizationId, collectionId }) => ({
    itemId: anyId(),
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionIds: [collectionId],
    ...sealedLogin(),
  })),
  "delete an item": refused(deleteItem, ({ itemId }) => ({ itemId })),
};

describe("a suspended provider's people", () => {
  test("enter no client", async ({ tx }) => {
    const { organizationId, brett, billy } = await world(tx);
    for (const { actor } of [brett, billy])
      await expectRefused(tx, enterClient, actor, { organizationId }, "provider_suspended");
  });

  test.for(Object.entries(ofItsOwn))("do not %s", async ([, attempt], { tx }) => {
    await attempt(tx, await world(tx));
  });

  test.for(Object.entries(inside))(
    "do not %s during a visit that was open before",
    async ([, attempt], { tx }) => {
      await attempt(tx, await world(tx));
    },
  );

  test("are served nothing of a client during a visit that was open before", async ({ tx }) => {
    const { brett, organizationId, collectionId } = await world(tx);
    const suspended = { refusal: "provider_suspended" };
    await expect(ask(tx, getOrganizationKey, brett.actor, { organizationId })).rejects.toMatchObject(
      suspended,
    );
    await expect(ask(tx, getOrganizationFrame, brett.actor, { organizationId })).rejects.toMatchObject(
      suspended,
    );
    await expect(
      ask(tx, listOrganizationItems, brett.actor, { organizationId, collectionId }),
    ).rejects.toMatchObject(suspended);
  });
});
