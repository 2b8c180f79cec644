import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { countingLogger, countStatements } from "@/db/counting";
import { jobs } from "@/db/schema/jobs";
import type { PublicKey } from "@/lib/crypto/types";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openInMemory } from "@/test/database";
import { aCollection, aConfirmed, aMemberOf, anOrganizationWith, keyOf } from "@/test/organization";
import { aPerson, sealedKey } from "@/test/people";
import { aProviderWith } from "@/test/provider";

let db: Database;

beforeAll(async () => {
  db = await openInMemory({ logger: countingLogger() });
});

const addresses = (count: number) =>
  Array.from({ length: count }, () => `${randomUUID().slice(0, 8)}@client.example`);

const aTeam = () => db.transaction((tx) => aProviderWith(tx, { brett: "provider_admin, confirmed" }));

/** The statements of `act` with one and with twenty of whatever it is about, and the mails that it queued. */
async function withOneAndTwenty(act: (count: number) => Promise<() => Promise<unknown>>) {
  const figures: { statements: number; mails: number }[] = [];
  for (const count of [1, 20]) {
    const ready = await act(count);
    const before = await db.$count(jobs);
    const { statements } = await countStatements(ready);
    figures.push({ statements, mails: (await db.$count(jobs)) - before });
  }
  const [one, twenty] = figures;
  return { one, twenty };
}

test("inviting twenty people to a provider takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { providerId, brett } = await aTeam();
    const input = { providerId, emails: addresses(count), role: "service_user" as const };
    return () => execute(db, inviteProviderMembers, brett.actor, input);
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("sending twenty invitations again takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const names = Array.from({ length: count }, (_, i) => `member${i}`);
    const team = await db.transaction((tx) =>
      aProviderWith(tx, {
        brett: "provider_admin, confirmed",
        ...Object.fromEntries(names.map((name) => [name, "service_user, invited" as const])),
      }),
    );
    const members: Record<string, unknown> = team;
    const memberIds = names.map((name) => (members[name] as typeof team.brett).memberId);
    return () =>
      execute(db, resendProviderInvitations, team.brett.actor, { providerId: team.providerId, memberIds });
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

const named = (count: number, state: "invited" | "accepted" | "confirmed") =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`member${i}`, `service_user, ${state}` as const]),
  );

test("confirming twenty of a team takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { providerId, brett, ...others } = await db.transaction((tx) =>
      aProviderWith(tx, { brett: "provider_admin, confirmed", ...named(count, "accepted") }),
    );
    const people = Object.values(others as Record<string, typeof brett>).map(({ memberId, publicKey }) => ({
      memberId,
      publicKey,
      providerKeyForMember: sealedKey(),
    }));
    return () => execute(db, confirmProviderMembers, brett.actor, { providerId, people });
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("removing twenty of a team takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { providerId, brett, ...others } = await db.transaction((tx) =>
      aProviderWith(tx, { brett: "provider_admin, confirmed", ...named(count, "confirmed") }),
    );
    const memberIds = Object.values(others as Record<string, typeof brett>).map(({ memberId }) => memberId);
    return () => execute(db, removeProviderMembers, brett.actor, { providerId, memberIds });
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

/** An organization with its owner, and people in it in one state. */
async function anOrganizationOf(count: number, status: "invited" | "accepted" | "confirmed") {
  return db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 30 });
    const owner = await aConfirmed(tx, organizationId, "owner", `Owner ${status} ${"x".repeat(count)}`);
    const people: { memberId: OrganizationMemberId; publicKey: PublicKey }[] = [];
    for (const email of addresses(count)) {
      const person = await aPerson(tx, email, { email });
      const memberId = await aMemberOf(tx, organizationId, person, { status });
      people.push({ memberId, publicKey: person.publicKey });
    }
    return { organizationId, owner, people, memberIds: people.map(({ memberId }) => memberId) };
  });
}

test("confirming twenty of an organization takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { organizationId, owner, people } = await anOrganizationOf(count, "accepted");
    const input = {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      people: people.map((person) => ({ ...person, organizationKeyForMember: sealedKey() })),
    };
    return () => execute(db, confirmOrganizationMembers, owner.actor, input);
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("removing twenty of an organization takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { organizationId, owner, memberIds } = await anOrganizationOf(count, "confirmed");
    return () => execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("sending twenty invitations of an organization again takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { organizationId, owner, memberIds } = await anOrganizationOf(count, "invited");
    return () => execute(db, resendOrganizationInvitations, owner.actor, { organizationId, memberIds });
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("inviting twenty people to an organization takes the statements of one", async () => {
  const { one, twenty } = await withOneAndTwenty(async (count) => {
    const { organizationId, owner, collectionId } = await db.transaction(async (tx) => {
      const { organizationId } = await anOrganizationWith(tx, { seats: 30 });
      const owner = await aConfirmed(tx, organizationId, "owner", `Owner ${"x".repeat(count)}`);
      return { organizationId, owner, collectionId: await aCollection(tx, organizationId) };
    });
    const collections = [{ collectionId, permission: "edit" as const }];
    const input = { organizationId, emails: addresses(count), role: "user" as const, collections };
    return () => execute(db, inviteOrganizationMembers, owner.actor, input);
  });
  expect(twenty).toEqual({ statements: one?.statements, mails: 20 });
});

test("telling twenty admins that somebody has joined takes the statements of one", async () => {
  const ofProvider = await withOneAndTwenty(async (count) => {
    const admins = Object.fromEntries(
      Array.from({ length: count - 1 }, (_, i) => [`admin${i}`, "provider_admin, confirmed" as const]),
    );
    const { team, token } = await db.transaction(async (tx) => {
      const team = await aProviderWith(tx, {
        brett: "provider_admin, confirmed",
        billy: "service_user, invited",
        ...(admins as Record<never, never>),
      });
      const { memberId, email } = team.billy;
      const subject = { purpose: "provider_member", email, providerMemberId: memberId } as const;
      return { team, token: await issueToken(tx, subject, new Date()) };
    });
    return () => execute(db, acceptProviderInvitation, team.billy.actor, { token });
  });
  expect(ofProvider.twenty).toEqual({ statements: ofProvider.one?.statements, mails: 20 });

  const ofOrganization = await withOneAndTwenty(async (count) => {
    const { person, token } = await db.transaction(async (tx) => {
      const { organizationId } = await anOrganizationWith(tx, { seats: 30 });
      for (let i = 0; i < count; i++)
        await aConfirmed(tx, organizationId, "admin", `Admin ${"x".repeat(count)} ${"y".repeat(i + 1)}`);
      const person = await aPerson(tx, `Joining ${"x".repeat(count)}`);
      const { email } = person;
      const memberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
      const subject = { purpose: "organization_member", email, organizationMemberId: memberId } as const;
      return { person, token: await issueToken(tx, subject, new Date()) };
    });
    return () => execute(db, acceptOrganizationInvitation, person.actor, { token });
  });
  expect(ofOrganization.twenty).toEqual({ statements: ofOrganization.one?.statements, mails: 20 });
});
