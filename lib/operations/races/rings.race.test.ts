import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Database, Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { issueTokens } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { aCollection, aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { deadlocksIn, lockingNo, race, report } from "@/test/racing";

const { url, drop } = await openTestPostgres();
afterAll(drop);

type Acts = (() => Promise<unknown>)[];
type Person = Awaited<ReturnType<typeof aPerson>>;

/** Lets the acts of each round loose at once, in another order each time. No "unexpected" may come of any. */
const played = (rounds: number, acts: (db: Database) => Promise<Acts>) =>
  deadlocksIn(url, async (db) => {
    for (let round = 0; round < rounds; round++) {
      const ready = await acts(db);
      const at = round % ready.length;
      const outcomes = await race([...ready.slice(at), ...ready.slice(0, at)]);
      expect(outcomes.filter((outcome) => outcome.startsWith("broken"))).toEqual([]);
    }
  });

async function anOrganization(tx: Tx, status: OrganizationMemberStatus, count: number) {
  const { organizationId } = await anOrganizationWith(tx, { seats: 100 });
  const owner = await aNewcomer(tx, organizationId, "owner");
  const people: (Person & { memberId: OrganizationMemberId })[] = [];
  for (let i = 0; i < count; i++) {
    const person = await aPerson(tx, "Person", { email: address() });
    people.push({ ...person, memberId: await aMemberOf(tx, organizationId, person, { status }) });
  }
  return { organizationId, owner, people };
}

const idsOf = <Id>(people: { memberId: Id }[]) => people.map(({ memberId }) => memberId);

const roles =
  (change = changeOrganizationMemberRole) =>
  async (db: Database): Promise<Acts> => {
    const { organizationId, owner, people } = await db.transaction((tx) =>
      anOrganization(tx, "confirmed", 16),
    );
    const remove = (memberIds: OrganizationMemberId[]) => () =>
      execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
    return [
      remove(idsOf(people.slice(0, 8))),
      ...people.slice(0, 10).map(
        ({ memberId }) =>
          () =>
            execute(db, change, owner.actor, { organizationId, memberId, role: "admin" }),
      ),
      remove(idsOf(people.slice(8))),
    ];
  };

/** A team of eight, and what its two admins do to the six others. */
async function aTeamOfEight(db: Database) {
  const place = "service_user, confirmed" as const;
  const { providerId, brett, betty, ...staff } = await db.transaction((tx) =>
    aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      betty: "provider_admin, confirmed",
      ...{ ann: place, bob: place, cid: place, dee: place, eve: place, fay: place },
    }),
  );
  const people = Object.values(staff);
  const remove = (by: Person, some: typeof people) => () =>
    execute(db, removeProviderMembers, by.actor, { providerId, memberIds: idsOf(some) });
  return { providerId, brett, betty, people, remove };
}

const teamRoles =
  (change = changeProviderMemberRole) =>
  async (db: Database): Promise<Acts> => {
    const { providerId, brett, betty, people, remove } = await aTeamOfEight(db);
    const make =
      (by: Person, role: "provider_admin" | "service_user") =>
      ({ memberId }: (typeof people)[number]) =>
      () =>
        execute(db, change, by.actor, { providerId, memberId, role });
    return [
      ...people.map(make(brett, "provider_admin")),
      remove(brett, people.slice(0, 3)),
      remove(betty, people.slice(3)),
      ...people.map(make(betty, "service_user")),
    ];
  };

const accepting =
  (accept = acceptOrganizationInvitation) =>
  async (db: Database): Promise<Acts> => {
    const { providerId, brett, betty, people, remove } = await aTeamOfEight(db);
    const tokens = await db.transaction(async (tx) => {
      const organizationId = await aClientOf(tx, providerId, { seats: 20 });
      const purpose = "organization_member" as const;
      const subjects: {
        purpose: typeof purpose;
        email: string;
        organizationMemberId: OrganizationMemberId;
      }[] = [];
      for (const person of people) {
        const organizationMemberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
        subjects.push({ purpose, email: person.email, organizationMemberId });
      }
      await tx
        .update(organizationMembers)
        .set({ placeOfProvider: providerId })
        .where(eq(organizationMembers.organizationId, organizationId));
      return issueTokens(tx, purpose, subjects, new Date());
    });
    return [
      ...people.map(
        ({ actor }, i) =>
          () =>
            execute(db, accept, actor, { token: tokens[i] ?? "" }),
      ),
      remove(brett, people.slice(0, 3)),
      ...people.map(
        ({ actor }) =>
          () =>
            execute(db, updateProfile, actor, { name: "Somebody Else", locale: "fr" }),
      ),
      remove(betty, people.slice(3)),
    ];
  };

const grants =
  (change = changeCollectionAccess, takeAway = deleteCollections) =>
  async (db: Database): Promise<Acts> => {
    const { organizationId, owner, people, collections } = await db.transaction(async (tx) => {
      const made = await anOrganization(tx, "confirmed", 12);
      const all = Object.fromEntries(made.people.map(({ memberId }) => [memberId, "manage" as const]));
      const collect = () => aCollection(tx, made.organizationId, all);
      return { ...made, collections: [await collect(), await collect(), await collect()] };
    });
    const edit = (memberId: OrganizationMemberId) => ({ memberId, permission: "edit" as const });
    const members = idsOf(people);
    const remove = (odd: number) => () =>
      execute(db, removeOrganizationMembers, owner.actor, {
        organizationId,
        memberIds: members.filter((_, i) => i % 2 === odd),
      });
    return [
      ...collections.map(
        (collectionId, i) => () =>
          execute(db, change, owner.actor, {
            ...{ organizationId, collectionId },
            given: members.slice(i, i + 4).map(edit),
            changed: members.slice(4 + i, 7 + i).map(edit),
            taken: members.slice(7 + i, 10 + i).reverse(),
          }),
      ),
      remove(0),
      ...collections
        .slice(1)
        .map((id) => () => execute(db, takeAway, owner.actor, { organizationId, collectionIds: [id] })),
      remove(1),
    ];
  };

const unlocked = {
  roles: roles(lockingNo("account", changeOrganizationMemberRole)),
  teamRoles: teamRoles(lockingNo("account", changeProviderMemberRole)),
  accepting: accepting(lockingNo("account", acceptOrganizationInvitation)),
  grants: grants(
    lockingNo("organization", changeCollectionAccess),
    lockingNo("organization", deleteCollections),
  ),
};

test.each([
  ["roles are changed while the same members are removed", roles(), unlocked.roles],
  ["roles of a team are changed while the same people are removed", teamRoles(), unlocked.teamRoles],
  [
    "staff take up their places and rename themselves while the team lets them go",
    accepting(),
    unlocked.accepting,
  ],
  ["collections are given, taken and deleted while members are removed", grants(), unlocked.grants],
])("nobody waits in a ring: %s", async (_what, play, without) => {
  const rings = await played(6, play);
  expect(rings).toBe(0);

  // Whether a ring closes hangs on the moment: a busy machine plays some rounds more.
  let found = 0;
  for (let tries = 0; found === 0 && tries < 6; tries++)
    found = await deadlocksIn(url, async (db) => {
      for (let round = 0; round < 3; round++) await race(await without(db));
    });
  expect(found).toBeGreaterThan(0);
  report(6, rings, found);
});
