import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { formerMembers } from "@/db/schema/former-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { listOrganizationActors } from "@/lib/operations/event/list-organization-actors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderActors } from "@/lib/operations/event/list-provider-actors";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { listVisits } from "@/lib/operations/organization/list-visits";
import { ask } from "@/lib/operations/query";
import { record } from "@/lib/operations/record";
import { test } from "@/test/database";
import {
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  aProviderWithAdmin,
  aVisit,
} from "@/test/organization";
import { aPerson, type Person, sealedKey } from "@/test/people";

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9));

type Log = Parameters<typeof listOrganizationEvents.input.parse>[0];

async function aLog(tx: Tx, [first, second]: [string, string] = ["Brett Warden", "Billy Warden"]) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", first);
  const user = await aConfirmed(tx, organizationId, "user", second);
  const itemId = await anItem(tx, organizationId, []);
  const told = (actor: Person["actor"], at: Date, ...happened: AuditEvent[]) =>
    record(tx, actor, happened, {}, at);
  await told(user.actor, day(1), {
    type: "organization_member.accepted",
    organizationId,
    organizationMemberId: user.memberId,
    userId: user.userId,
    details: { email: "billy.warden@provider.example", role: "user" },
  });
  await told(owner.actor, day(2), {
    type: "organization.updated",
    organizationId,
    details: { from: "a", to: "b" },
  });
  await told(user.actor, day(3), { type: "cipher.viewed", organizationId, itemId });
  await told(owner.actor, day(4), { type: "cipher.updated", organizationId, itemId });
  const types = async (view: Log) => {
    const { events } = await ask(tx, listOrganizationEvents, owner.actor, {
      organizationId,
      ...(view as object),
    });
    return events.map(({ type }) => type);
  };
  return { organizationId, owner, user, itemId, types };
}

describe("an organization's log", () => {
  test("is filtered by kind, by who did it, by item and by time, and by several of them at once", async ({
    tx,
  }) => {
    const { owner, user, itemId, types } = await aLog(tx);
    expect(await types({})).toEqual([
      "cipher.updated",
      "cipher.viewed",
      "organization.updated",
      "organization_member.accepted",
    ]);
    expect(await types({ kind: "organization" })).toEqual(["organization.updated"]);
    expect(await types({ actor: user.userId })).toEqual(["cipher.viewed", "organization_member.accepted"]);
    expect(await types({ item: itemId })).toEqual(["cipher.updated", "cipher.viewed"]);
    expect(await types({ item: itemId, actor: owner.userId })).toEqual(["cipher.updated"]);
    expect(await types({ from: day(2), to: day(4) })).toEqual(["cipher.viewed", "organization.updated"]);
    expect(await types({ from: day(4), to: day(2) })).toEqual(["cipher.viewed", "organization.updated"]);
    expect(await types({ kind: "nonsense", from: "yesterday", actor: "me" })).toHaveLength(4);
  });

  test("shows of a member what they did and what was done with their place, also when it has ended", async ({
    tx,
  }) => {
    const { organizationId, owner, user, types } = await aLog(tx);
    await record(
      tx,
      owner.actor,
      [
        {
          type: "organization_member.removed",
          organizationId,
          organizationMemberId: user.memberId,
          details: { email: "billy.warden@provider.example", role: "user" },
        },
      ],
      {},
      day(5),
    );
    const expected = ["organization_member.removed", "cipher.viewed", "organization_member.accepted"];
    expect(
      (await types({ member: user.memberId })).filter((type, i, all) => all.indexOf(type) === i),
    ).toEqual(expected);
    const { member } = await ask(tx, listOrganizationEvents, owner.actor, {
      organizationId,
      member: user.memberId,
    });
    expect(member).toMatchObject({ name: "Billy Warden" });
  });

  test("calls whoever has left what they were called then, until they are back or their account is gone", async ({
    tx,
  }) => {
    const { organizationId, owner, user, types } = await aLog(tx);
    const isUser = eq(users.id, user.userId);
    const named = async () => {
      const log = await ask(tx, listOrganizationEvents, owner.actor, {
        organizationId,
        actor: user.userId,
        member: user.memberId,
      });
      const actors = await ask(tx, listOrganizationActors, owner.actor, { organizationId });
      const actor = actors.find(({ id }) => id === user.userId);
      return [log.events[0], { actorName: actor?.name, actorEmail: actor?.email }]
        .map((each) => `${each?.actorName} ${each?.actorEmail}`)
        .concat(`${log.member?.name} ${log.member?.email}`);
    };
    const thrice = (name: string) => [name, name, name];
    const before = thrice(`Billy Warden ${user.email}`);
    expect(await named()).toEqual(before);
    await tx.delete(organizationMembers).where(eq(organizationMembers.id, user.memberId));
    await tx.update(users).set({ name: "William", email: "william@elsewhere.example" }).where(isUser);
    expect(await named()).toEqual(before);
    await aMemberOf(tx, organizationId, user, { role: "user" });
    expect(await named()).toEqual(thrice("William william@elsewhere.example"));
    await tx.delete(organizationMembers).where(eq(organizationMembers.userId, user.userId));
    expect(await tx.$count(formerMembers)).toBe(1);
    await tx.delete(users).where(isUser);
    expect(await tx.$count(formerMembers)).toBe(0);
    expect(await types({ actor: user.userId })).toHaveLength(2);
  });

  test("nothing is kept of the members of an organization that is deleted", async ({ tx }) => {
    const { organizationId, user } = await aLog(tx);
    await tx.delete(organizationMembers).where(eq(organizationMembers.id, user.memberId));
    await tx.delete(organizations).where(eq(organizations.id, organizationId));
    expect(await tx.$count(formerMembers)).toBe(0);
  });

  test("goes on where a filtered page ended, and loses and doubles nothing", async ({ tx }) => {
    const { organizationId, owner, user } = await aLog(tx);
    const many = Array.from(
      { length: 120 },
      (): AuditEvent => ({
        type: "collection.created",
        organizationId,
        collectionId: user.memberId as never,
      }),
    );
    await record(tx, user.actor, many, {}, day(6));
    await record(tx, owner.actor, many, {}, day(6));
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrganizationEvents.read>> = await ask(
        tx,
        listOrganizationEvents,
        owner.actor,
        {
          organizationId,
          member: user.memberId,
          kind: "collection",
          cursor,
        },
      );
      seen.push(...page.events.map(({ sequence }) => sequence));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    const all = await ask(tx, listOrganizationEvents, owner.actor, {
      organizationId,
      kind: "collection",
      of: "export",
    });
    expect(all.events).toHaveLength(240);
  });

  test("offers everybody who acted, each once", async ({ tx }) => {
    const { organizationId, owner } = await aLog(tx);
    const actors = await ask(tx, listOrganizationActors, owner.actor, { organizationId });
    expect(actors.map(({ name }) => name)).toEqual(["Billy Warden", "Brett Warden"]);
  });

  test("is no stranger's, by whatever it is filtered", async ({ tx }) => {
    const { organizationId, owner, user, itemId } = await aLog(tx);
    const other = await aLog(tx, ["Maya Lindqvist", "Ravi Menon"]);
    const theirs = { organizationId: other.organizationId, actor: owner.userId };
    expect((await ask(tx, listOrganizationEvents, other.owner.actor, theirs)).events).toEqual([]);
    for (const filter of [{ item: itemId }, { member: user.memberId }]) {
      const found = await ask(tx, listOrganizationEvents, other.owner.actor, {
        organizationId: other.organizationId,
        ...filter,
      });
      expect(found).toMatchObject({ events: [], member: null });
    }
    await expect(ask(tx, listOrganizationEvents, user.actor, { organizationId })).rejects.toThrow(NotFound);
    await expect(ask(tx, listOrganizationActors, user.actor, { organizationId })).rejects.toThrow(NotFound);
  });
});

test("a provider's log has the same filters", async ({ tx }) => {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  await record(
    tx,
    admin.actor,
    [{ type: "provider.updated", providerId, details: { name: "a" } }],
    {},
    day(1),
  );
  const at = (kind: "provider" | "client") => ask(tx, listProviderEvents, admin.actor, { providerId, kind });
  expect((await at("provider")).events).toHaveLength(1);
  expect((await at("client")).events).toEqual([]);
  expect(await ask(tx, listProviderActors, admin.actor, { providerId })).toMatchObject([
    { id: admin.userId },
  ]);
});

test("whoever left a provider is called what they were called then, in its log and in those of its clients", async ({
  tx,
}) => {
  const provider = await aProviderWithAdmin(tx);
  const { providerId, admin } = provider;
  const { organizationId } = await anOrganizationWith(tx, { provider });
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const about = { providerId, organizationId };
  await record(tx, admin.actor, [{ type: "organization.entered_by_provider", ...about }], {}, day(1));
  await record(
    tx,
    admin.actor,
    [{ type: "provider.updated", providerId, details: { name: "a" } }],
    {},
    day(1),
  );
  await aVisit(tx, organizationId, providerId, admin);
  const colleague = await aPerson(tx, "Betty Warden");
  await tx.insert(providerMembers).values({
    ...{ providerId, userId: colleague.userId, role: "provider_admin", status: "confirmed" },
    providerKeyForMember: sealedKey(),
  });
  await tx.delete(providerMembers).where(eq(providerMembers.userId, admin.userId));
  await tx.update(users).set({ name: "Somebody Else" }).where(eq(users.id, admin.userId));
  const named = [
    (await ask(tx, listProviderEvents, colleague.actor, { providerId })).events.map(
      ({ actorName }) => actorName,
    ),
    (await ask(tx, listProviderActors, colleague.actor, { providerId })).map(({ name }) => name),
    (await ask(tx, listOrganizationEvents, owner.actor, { organizationId })).events.map(
      ({ actorName }) => actorName,
    ),
    (await ask(tx, listOrganizationActors, owner.actor, { organizationId })).map(({ name }) => name),
    (await ask(tx, listVisits, owner.actor, { organizationId })).visits.map(({ name }) => name),
  ];
  expect(named).toEqual(named.map(() => [admin.name]));
});

test.for(["the client leaves", "they leave the client"])(
  "an owner who acted towards the provider is called there what they were called when %s",
  async (way, { tx }) => {
    const provider = await aProviderWithAdmin(tx);
    const { providerId, admin } = provider;
    const { organizationId } = await anOrganizationWith(tx, { provider });
    const other = await anOrganizationWith(tx, { provider });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await aMemberOf(tx, other.organizationId, owner, { role: "owner" });
    const acted = { type: "provider.updated" as const, providerId, details: { name: "a" } };
    await record(tx, owner.actor, [acted], {}, day(1));
    const namedNow = async (name: string) => {
      await tx.update(users).set({ name }).where(eq(users.id, owner.userId));
      const { events: log } = await ask(tx, listProviderEvents, admin.actor, { providerId });
      return log[0]?.actorName;
    };
    const leave = async (id: OrganizationId) => {
      if (way === "they leave the client") {
        await tx.delete(organizationMembers).where(eq(organizationMembers.organizationId, id));
        return;
      }
      await tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, id));
      await tx
        .update(organizations)
        .set({ providerId: null, status: "created" })
        .where(eq(organizations.id, id));
    };
    await leave(other.organizationId);
    expect(await namedNow("Brett Second")).toBe("Brett Second");
    await leave(organizationId);
    expect(await namedNow("Brett Third")).toBe("Brett Second");
  },
);

describe("what somebody does with their own account", () => {
  const loggedIn = (tx: Tx, { actor, userId }: { actor: Person["actor"]; userId: UserId }) =>
    record(tx, actor, [{ type: "user.logged_in", userId }], {}, day(7));
  const kindOf = async (tx: Tx, organizationId: OrganizationId, owner: Person) =>
    (await ask(tx, listOrganizationEvents, owner.actor, { organizationId, kind: "user" })).events;

  test("is told to each organization and team that they are confirmed in", async ({ tx }) => {
    const { organizationId, owner, user } = await aLog(tx);
    await loggedIn(tx, user);
    expect(await kindOf(tx, organizationId, owner)).toMatchObject([
      { type: "user.logged_in", actorName: "Billy Warden" },
    ]);
    const { providerId, admin } = await aProviderWithAdmin(tx);
    await loggedIn(tx, admin);
    const team = await ask(tx, listProviderEvents, admin.actor, { providerId, kind: "user" });
    expect(team.events).toMatchObject([{ type: "user.logged_in" }]);
  });

  test("is told to none where they are not, or not yet", async ({ tx }) => {
    const { organizationId, owner } = await aLog(tx);
    const waiting = await aPerson(tx, "Betty Warden");
    await aMemberOf(tx, organizationId, waiting, { status: "accepted" });
    await loggedIn(tx, waiting);
    expect(await kindOf(tx, organizationId, owner)).toEqual([]);
  });

  test("a failed log-in, which anybody can cause, is told to nobody", async ({ tx }) => {
    const { organizationId, owner, user } = await aLog(tx);
    await record(tx, user.actor, [{ type: "user.failed_log_in", userId: user.userId }], {}, day(7));
    expect(await kindOf(tx, organizationId, owner)).toEqual([]);
  });
});
