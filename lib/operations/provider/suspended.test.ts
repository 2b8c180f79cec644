import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { createClient } from "@/lib/operations/client/create-client";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { type Command, execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { setClientCreation } from "@/lib/operations/provider/set-client-creation";
import { setSessionLength } from "@/lib/operations/provider/set-session-length";
import { setTwoStepRequirement } from "@/lib/operations/provider/set-two-step-requirement";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
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
  "change a role": refused(changeProviderMemberRole, ({ providerId, billy }) => ({
    providerId,
    memberId: billy.memberId,
    role: "provider_admin" as const,
  })),
  "change the settings": refused(setSessionLength, ({ providerId }) => ({ providerId, hours: 1 })),
  "require a second step": refused(setTwoStepRequirement, ({ providerId }) => ({
    providerId,
    required: true,
  })),
  "let service users create clients": refused(setClientCreation, ({ providerId }) => ({
    providerId,
    allowed: true,
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
  "delete an item": refused(trashItems, ({ itemId }) => ({ itemIds: [itemId] })),
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

  test("are joined by nobody, and neither are its clients", async ({ tx }) => {
    const { providerId, organizationId, invited, brett } = await world(tx);
    const token = await issueToken(
      tx,
      { purpose: "provider_member", providerMemberId: invited.memberId, email: invited.email },
      new Date(),
    );
    await expectRefused(tx, acceptProviderInvitation, invited.actor, { token }, "joining_suspended");
    await tx.update(organizations).set({ state: "suspended" });
    const guest = await aPerson(tx, "Mabel Warden");
    const organizationMemberId = await aMemberOf(tx, organizationId, guest, { status: "invited" });
    const other = await issueToken(
      tx,
      { purpose: "organization_member", organizationMemberId, email: guest.email },
      new Date(),
    );
    await expectRefused(tx, acceptOrganizationInvitation, guest.actor, { token: other }, "joining_suspended");
    await tx.update(providers).set({ state: "enabled" });
    await execute(tx, acceptProviderInvitation, invited.actor, { token });
    expect(await ask(tx, getProviderFrame, brett.actor, { providerId })).toMatchObject({ state: "enabled" });
  });

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

test("a client that is suspended on its own is neither renamed, nor given seats, nor let go", async ({
  tx,
}) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const organizationId = await aClientOf(tx, providerId);
  await tx.update(organizations).set({ state: "suspended" });
  const client = { providerId, organizationId };
  const refusal = "organization_suspended";
  await expectRefused(tx, renameClient, brett.actor, { ...client, name: "Renamed" }, refusal);
  await expectRefused(tx, setClientSeats, brett.actor, { ...client, seats: 12 }, refusal);
  await expectRefused(tx, unlinkClient, brett.actor, client, refusal);
});
