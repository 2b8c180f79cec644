import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { openTestPostgres } from "@/db/testing";
import { publicKey, sealedKey, sealedText } from "@/db/testing-people";
import { aProviderWith } from "@/db/testing-provider";
import { ProviderMemberRef } from "@/lib/domain/provider/inputs";
import { mayStopBeingAdmin } from "@/lib/domain/provider/member";
import { createClient } from "@/lib/operations/client/create-client";
import { assertAllowed, defineCommand, execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { providerAdmins } from "@/lib/operations/provider/access";
import { confirmProviderMember } from "@/lib/operations/provider/confirm-member";
import { countConfirmedAdmins } from "@/lib/operations/provider/lock-provider";
import { removeProviderMember } from "@/lib/operations/provider/remove-member";

let postgres: Awaited<ReturnType<typeof openTestPostgres>>;
beforeAll(async () => {
  postgres = await openTestPostgres();
});
afterAll(() => postgres?.drop());

const fulfilled = (answers: PromiseSettledResult<unknown>[]) =>
  answers.filter(({ status }) => status === "fulfilled").length;

/** The same act without its locks: what the race looks for must be there to be found. */
const removeWithoutLock = defineCommand({
  name: "test.remove_without_lock",
  input: ProviderMemberRef,
  access: providerAdmins,
  async run({ tx, input: { providerId, memberId } }) {
    const [member] = await tx.select().from(providerMembers).where(eq(providerMembers.id, memberId));
    if (!member) throw new NotFound();
    assertAllowed(mayStopBeingAdmin(member, await countConfirmedAdmins(tx, providerId)));
    await tx.delete(providerMembers).where(eq(providerMembers.id, memberId));
    return done(null, { type: "provider_member.removed", providerId, providerMemberId: memberId });
  },
});

/** Two admins remove each other at once. Answers in how many of the rounds nobody was left. */
async function duels(
  db: Database,
  remove: typeof removeProviderMember | typeof removeWithoutLock,
  rounds: number,
) {
  let violations = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { providerId, one, other } = await db.transaction((tx) =>
      aProviderWith(tx, { one: "provider_admin, confirmed", other: "provider_admin, confirmed" }),
    );
    const shoot = (by: typeof one, memberId: typeof one.memberId) =>
      remove === removeProviderMember
        ? execute(db, removeProviderMember, by.actor, { providerId, memberId })
        : execute(db, removeWithoutLock, by.actor, { providerId, memberId });
    await Promise.allSettled([shoot(one, other.memberId), shoot(other, one.memberId)]);
    const left = await db.$count(providerMembers, eq(providerMembers.providerId, providerId));
    if (left === 0) violations += 1;
  }
  return violations;
}

test("of two admins who remove each other, one stays, in 200 rounds", async () => {
  expect(await duels(postgres.db, removeProviderMember, 200)).toBe(0);
}, 120_000);

test("without the lock, some rounds leave nobody", async () => {
  expect(await duels(postgres.db, removeWithoutLock, 60)).toBeGreaterThan(0);
}, 120_000);

test("of two who confirm the same member at once, one does", async () => {
  const { db } = postgres;
  for (let round = 0; round < 20; round += 1) {
    const { providerId, one, other, billy } = await db.transaction((tx) =>
      aProviderWith(tx, {
        one: "provider_admin, confirmed",
        other: "provider_admin, confirmed",
        billy: "service_user, accepted",
      }),
    );
    const input = { providerId, memberId: billy.memberId, publicKey: billy.publicKey };
    const answers = await Promise.allSettled(
      [one, other].map(({ actor }) =>
        execute(db, confirmProviderMember, actor, { ...input, providerKeyForMember: sealedKey() }),
      ),
    );
    expect(fulfilled(answers)).toBe(1);
  }
});

test("the same form of a new client sent twice at once makes one client", async () => {
  const { db } = postgres;
  for (let round = 0; round < 20; round += 1) {
    const { providerId, one } = await db.transaction((tx) =>
      aProviderWith(tx, { one: "provider_admin, confirmed" }),
    );
    const form = {
      providerId,
      organizationId: randomUUID(),
      plan: "teams_monthly" as const,
      name: "My Client",
      ownerEmail: `owner.${round}@client.example`,
      seats: 5,
      organizationKeyForProvider: sealedText(5),
      publicKey: publicKey(),
      privateKeyForOrganization: sealedText(77),
      collectionName: sealedText(),
    };
    const answers = await Promise.allSettled([1, 2, 3].map(() => execute(db, createClient, one.actor, form)));
    expect(fulfilled(answers)).toBe(3);
    const made = and(eq(organizations.providerId, providerId), eq(organizations.seats, 5));
    expect(await db.$count(organizations, made)).toBe(1);
  }
});
