import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { clientVisits } from "@/db/schema/client-visits";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  aProviderWithAdmin,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";

/** The name of the constraint that refuses a write. The transaction goes on behind a savepoint. */
const refusalOf = (tx: Tx, write: (tx: Tx) => Promise<unknown>): Promise<string> =>
  tx.transaction(write).then(
    () => "nothing refused it",
    (error: { cause?: { constraint?: string } }) => error.cause?.constraint ?? String(error),
  );

async function twoOrganizations(tx: Tx) {
  const { organizationId: ours } = await anOrganizationWith(tx);
  const { organizationId: theirs } = await anOrganizationWith(tx, { name: "Dune Coffee Roasters" });
  const member = await aConfirmed(tx, ours, "owner", "Brett Warden");
  const stranger = await aConfirmed(tx, theirs, "owner", "Betty Warden");
  return { ours, theirs, member, stranger };
}

test("nobody of another organization can be given a collection, whatever the code does", async ({ tx }) => {
  const { ours, theirs, stranger } = await twoOrganizations(tx);
  const collectionId = await aCollection(tx, ours);
  const grant = { collectionId, memberId: stranger.memberId, permission: "view" } as const;
  expect(
    await refusalOf(tx, (tx) => tx.insert(collectionMembers).values({ ...grant, organizationId: ours })),
  ).toBe("collection_members_member_of_same_organization");
  expect(
    await refusalOf(tx, (tx) => tx.insert(collectionMembers).values({ ...grant, organizationId: theirs })),
  ).toBe("collection_members_collection_of_same_organization");
});

test("no item of another organization can be put into a collection", async ({ tx }) => {
  const { ours, theirs } = await twoOrganizations(tx);
  const collectionId = await aCollection(tx, ours);
  const itemId = await anItem(tx, theirs, []);
  expect(
    await refusalOf(tx, (tx) =>
      tx.insert(collectionCiphers).values({ organizationId: ours, collectionId, itemId }),
    ),
  ).toBe("collection_ciphers_cipher_of_same_organization");
});

test("nothing is kept under a key that the organization does not have now", async ({ tx }) => {
  const { ours, theirs } = await twoOrganizations(tx);
  const under = { organizationId: ours, organizationKeyId: keyOf(theirs) };
  const writes: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      "collections_under_current_key",
      (tx) => tx.insert(collections).values({ ...under, name: sealedText() }),
    ],
    ["ciphers_under_current_key", (tx) => tx.insert(ciphers).values({ ...under, ...sealedLogin() })],
    [
      "organization_members_hold_current_key",
      (tx) => tx.update(organizationMembers).set(under).where(eq(organizationMembers.organizationId, ours)),
    ],
    ["ciphers_of_organization_name_its_key", (tx) => tx.update(ciphers).set({ organizationKeyId: null })],
    [
      "organization_members_name_their_key",
      (tx) => tx.update(organizationMembers).set({ organizationKeyId: null }),
    ],
  ];
  await anItem(tx, ours, []);
  for (const [constraint, write] of writes) expect(await refusalOf(tx, write)).toBe(constraint);
  const replaced = tx
    .update(organizations)
    .set({ keyId: keyOf(theirs) })
    .where(eq(organizations.id, ours));
  expect(await refusalOf(tx, () => replaced)).toMatch(/current_key/);
});

test("a client is tied to one provider, its own", async ({ tx }) => {
  const one = await aProviderWithAdmin(tx, "One");
  const other = await aProviderWithAdmin(tx, "Other");
  const { organizationId } = await anOrganizationWith(tx, { provider: one });
  const tie = {
    organizationId,
    organizationKeyId: keyOf(organizationId),
    organizationKeyForProvider: sealedText(5),
  };
  expect(
    await refusalOf(tx, (tx) =>
      tx.insert(providerOrganizations).values({ ...tie, providerId: other.providerId }),
    ),
  ).toMatch(/provider_organizations/);
});

test("nobody visits a client of another provider", async ({ tx }) => {
  const one = await aProviderWithAdmin(tx, "One");
  const other = await aProviderWithAdmin(tx, "Other");
  const { organizationId } = await anOrganizationWith(tx, { provider: one });
  const { userId, actor } = other.admin;
  const visit = { organizationId, userId, sessionId: actor.sessionId, startedAt: new Date() };
  expect(
    await refusalOf(tx, (tx) => tx.insert(clientVisits).values({ ...visit, providerId: other.providerId })),
  ).toBe("client_visits_of_a_client");
});

test("a place in a client is its own provider's, or nobody's", async ({ tx }) => {
  const one = await aProviderWithAdmin(tx, "One");
  const other = await aProviderWithAdmin(tx, "Other");
  const { organizationId } = await anOrganizationWith(tx, { provider: one });
  const { memberId } = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  expect(
    await refusalOf(tx, (tx) =>
      tx
        .update(organizationMembers)
        .set({ placeOfProvider: other.providerId })
        .where(eq(organizationMembers.id, memberId)),
    ),
  ).toBe("organization_members_place_of_own_provider");
});

test("a session is on a device of its own account", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const betty = await aPerson(tx, "Betty Warden");
  const [hers] = await tx.select().from(sessions).where(eq(sessions.userId, betty.userId));
  if (!hers) throw new Error("she has a session");
  expect(
    await refusalOf(tx, (tx) =>
      tx.update(sessions).set({ deviceId: hers.deviceId }).where(eq(sessions.userId, brett.userId)),
    ),
  ).toBe("sessions_device_of_same_user");
});

test("states that cannot be are not kept", async ({ tx }) => {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { ours, member } = await twoOrganizations(tx);
  const theOrganization = eq(organizations.id, ours);
  const [plan] = await tx
    .insert(providerPlans)
    .values({ providerId, plan: "teams_monthly", seatMinimum: 5 })
    .returning({ id: providerPlans.id });
  const refused: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      "provider_members_states",
      (tx) =>
        tx
          .update(providerMembers)
          .set({ providerKeyForMember: null })
          .where(eq(providerMembers.userId, admin.userId)),
    ],
    [
      "organization_members_states",
      (tx) =>
        tx
          .update(organizationMembers)
          .set({ status: "accepted" })
          .where(eq(organizationMembers.id, member.memberId)),
    ],
    ["organizations_seats", (tx) => tx.update(organizations).set({ usedSeats: 11 }).where(theOrganization)],
    ["organizations_seats", (tx) => tx.update(organizations).set({ seats: 0 }).where(theOrganization)],
    [
      "organizations_name_limit",
      (tx) =>
        tx
          .update(organizations)
          .set({ name: "x".repeat(1001) })
          .where(theOrganization),
    ],
    [
      "organizations_managed_have_a_provider",
      (tx) => tx.update(organizations).set({ status: "managed" }).where(theOrganization),
    ],
    [
      "provider_plans_purchased",
      (tx) =>
        tx
          .update(providerPlans)
          .set({ allocatedSeats: 7 })
          .where(eq(providerPlans.id, plan?.id ?? "")),
    ],
    ["users_kdf_floor", (tx) => tx.update(users).set({ kdfMemory: 16 }).where(eq(users.id, admin.userId))],
    [
      "users_email_normalized",
      (tx) => tx.update(users).set({ email: "Brett@provider.example" }).where(eq(users.id, admin.userId)),
    ],
    [
      "ciphers_have_one_owner",
      (tx) =>
        tx.insert(ciphers).values({
          type: "login",
          key: sealedText(5),
          name: sealedText(),
          data: { username: null, password: null, totp: null, uris: [] },
        }),
    ],
    [
      "ciphers_hold_sealed_texts",
      (tx) =>
        tx.insert(ciphers).values({
          ...{ userId: admin.userId, ...sealedLogin() },
          data: sql`'{"uris": [{"uri": "https://in.the.clear"}]}'::jsonb`,
        }),
    ],
  ];
  for (const [constraint, write] of refused) expect(await refusalOf(tx, write)).toBe(constraint);
});
