import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collectionMembers } from "@/db/schema/collection-members";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { features } from "@/lib/domain/organization/plans";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listGroups } from "@/lib/operations/group/list-groups";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { getOrganizationMember } from "@/lib/operations/organization/get-member";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, queuedMails, tokenMailedTo } from "@/test/mails";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  rowOf,
} from "@/test/organization";
import { aPerson } from "@/test/people";

/** An organization with every feature, and a member of each role that is not custom. */
async function withMembersOfEachRole(tx: Tx, columns: object = {}) {
  const { organizationId } = await anOrganizationWith(tx, { features: [...features], seats: 20, ...columns });
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
  const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
  return { organizationId, owner, admin, user };
}

async function aCustom(
  tx: Tx,
  organizationId: OrganizationId,
  name: string,
  permissions: CustomPermission[],
) {
  const person = await aConfirmed(tx, organizationId, "custom", name);
  await tx
    .update(organizationMembers)
    .set({ permissions })
    .where(eq(organizationMembers.id, person.memberId));
  return person;
}

async function aGroup(tx: Tx, organizationId: OrganizationId, name: string): Promise<GroupId> {
  const [row] = await tx
    .insert(groups)
    .values({ organizationId, name, sortName: name.toLowerCase() })
    .returning({ id: groups.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

describe("a custom role", () => {
  test("reads only what is ticked, by every query of the console", async ({ tx }) => {
    const { organizationId, user } = await withMembersOfEachRole(tx);
    const collectionId = await aCollection(tx, organizationId);
    await anItem(tx, organizationId, [collectionId]);
    const reads: Record<string, (who: typeof user) => Promise<unknown>> = {
      members: ({ actor }) => ask(tx, listOrganizationMembers, actor, { organizationId }),
      pick: ({ actor }) => ask(tx, listAssignableMembers, actor, { organizationId }),
      groups: ({ actor }) => ask(tx, listGroups, actor, { organizationId }),
      events: ({ actor }) => ask(tx, listOrganizationEvents, actor, { organizationId }),
      collections: ({ actor }) => ask(tx, listCollections, actor, { organizationId }),
      items: ({ actor }) => ask(tx, listOrganizationItems, actor, { organizationId, collectionId }),
    };
    const opened: Partial<Record<CustomPermission, string[]>> = {
      manage_users: ["members", "pick"],
      manage_groups: ["pick", "groups"],
      event_logs: ["events"],
      edit_any_collection: ["pick", "collections", "items"],
      delete_any_collection: ["collections"],
      create_collections: ["pick"],
    };
    for (const [permission, names] of Object.entries(opened)) {
      // The keys of an object lose their type.
      const who = await aCustom(tx, organizationId, `With ${permission}`, [permission as CustomPermission]);
      const found: string[] = [];
      for (const [name, read] of Object.entries(reads))
        await read(who).then(
          () => found.push(name),
          (error) => expect(error.name).toBe("NotFound"),
        );
      expect(found, permission).toEqual(names);
      const { consoles } = await ask(tx, listMyPlaces, who.actor, {});
      // Whoever only makes collections does it from their vault.
      expect(consoles.length, permission).toBe(names.some((name) => name !== "pick") ? 1 : 0);
    }
  });

  test("opens nothing any more once the plan has none", async ({ tx }) => {
    const { organizationId } = await withMembersOfEachRole(tx);
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users"]);
    await tx
      .update(organizations)
      .set({ features: ["groups"] })
      .where(eq(organizations.id, organizationId));
    await expect(ask(tx, listOrganizationMembers, who.actor, { organizationId })).rejects.toThrow();
    expect((await ask(tx, listMyPlaces, who.actor, {})).consoles).toEqual([]);
  });

  test("manages members, and neither owners nor admins", async ({ tx }) => {
    const { organizationId, owner, admin, user } = await withMembersOfEachRole(tx);
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users"]);
    const one = (memberId: OrganizationMemberId) => ({ organizationId, memberIds: [memberId] });
    for (const command of [removeOrganizationMembers, revokeOrganizationMembers]) {
      await expectRefused(tx, command, who.actor, one(admin.memberId), "custom_manages_no_admins");
      await expectRefused(tx, command, who.actor, one(owner.memberId), "only_owners_manage_owners");
    }
    const invitation = { organizationId, emails: ["new@cobalt.example"], collections: [] };
    const asAdmin = { ...invitation, role: "admin" as const };
    await expectRefused(tx, inviteOrganizationMembers, who.actor, asAdmin, "custom_manages_no_admins");
    const { members } = await ask(tx, listOrganizationMembers, who.actor, { organizationId });
    const may = new Map(members.map((member) => [member.name, member.may.revoke || member.may.remove]));
    expect([may.get("Betty Warden"), may.get("Brett Warden"), may.get("Billy Warden")]).toEqual([
      false,
      false,
      true,
    ]);
    await execute(tx, removeOrganizationMembers, who.actor, one(user.memberId));
    expect(await rowOf(tx, user.memberId)).toBeUndefined();
  });

  test("gives only what it has itself, to others and to itself", async ({ tx }) => {
    const { organizationId, user } = await withMembersOfEachRole(tx);
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users", "reports"]);
    const change = (memberId: OrganizationMemberId, ...permissions: CustomPermission[]) => ({
      organizationId,
      memberId,
      role: "custom" as const,
      permissions,
    });
    const change1 = change(user.memberId, "reports");
    await execute(tx, changeOrganizationMemberRole, who.actor, change1);
    expect(await rowOf(tx, user.memberId)).toMatchObject({ role: "custom", permissions: ["reports"] });
    for (const input of [
      change(user.memberId, "reports", "event_logs"),
      change(who.memberId, "manage_users", "reports", "event_logs"),
    ])
      await expectRefused(tx, changeOrganizationMemberRole, who.actor, input, "only_own_permissions");
    const raised = { organizationId, memberId: who.memberId, role: "admin" as const };
    await expectRefused(tx, changeOrganizationMemberRole, who.actor, raised, "custom_manages_no_admins");
  });

  test("brings back nobody who had more than it has", async ({ tx }) => {
    const { organizationId, owner } = await withMembersOfEachRole(tx);
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users"]);
    const more = await aCustom(tx, organizationId, "Custom Two", ["manage_users", "manage_policies"]);
    const same = await aCustom(tx, organizationId, "Custom Three", ["manage_users"]);
    const both = { organizationId, memberIds: [more.memberId, same.memberId] };
    await execute(tx, revokeOrganizationMembers, owner.actor, both);
    const { rows } = await execute(tx, restoreOrganizationMembers, who.actor, both);
    expect(new Map(rows.map(({ id, refusal }) => [id, refusal]))).toEqual(
      new Map([
        [more.memberId, "only_own_permissions"],
        [same.memberId, null],
      ]),
    );
  });

  test("is told of those who have accepted, if it may confirm them", async ({ tx }) => {
    const { organizationId, owner } = await withMembersOfEachRole(tx);
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users"]);
    await aCustom(tx, organizationId, "Custom Two", ["event_logs"]);
    const invite = (email: string, role: "user" | "admin") =>
      execute(tx, inviteOrganizationMembers, owner.actor, {
        organizationId,
        emails: [email],
        role,
        collections: [],
      });
    for (const role of ["user", "admin"] as const) {
      const person = await aPerson(tx, `New ${role}`);
      await invite(person.email, role);
      const token = await tokenMailedTo(tx, person.email);
      await execute(tx, acceptOrganizationInvitation, person.actor, { token });
    }
    const told = (await queuedMails(tx)).filter(({ kind }) => kind === "organization.accepted");
    const times = (email: string) => told.filter(({ recipient }) => recipient === email).length;
    expect([times(owner.email), times(who.email), told.length]).toEqual([2, 1, 5]);
  });
});

describe("giving the custom role", () => {
  test("takes the plan that has it", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    const role = { organizationId, role: "custom" as const, permissions: [] };
    const change = { ...role, memberId: user.memberId };
    await expectRefused(tx, changeOrganizationMemberRole, owner.actor, change, "not_in_plan");
    const invitation = { ...role, emails: ["new@cobalt.example"], collections: [] };
    await expectRefused(tx, inviteOrganizationMembers, owner.actor, invitation, "not_in_plan");
  });

  test("keeps its permissions, and another role takes them", async ({ tx }) => {
    const { organizationId, owner, user } = await withMembersOfEachRole(tx);
    const change = (role: "custom" | "user", permissions: CustomPermission[] = []) =>
      execute(tx, changeOrganizationMemberRole, owner.actor, {
        organizationId,
        memberId: user.memberId,
        role,
        permissions,
      });
    await change("custom", ["reports"]);
    expect(await change("custom", ["reports"])).toMatchObject({ changed: false });
    await change("custom", ["reports", "event_logs"]);
    expect((await rowOf(tx, user.memberId))?.permissions).toEqual(["reports", "event_logs"]);
    await change("user");
    expect(await rowOf(tx, user.memberId)).toMatchObject({ role: "user", permissions: null });
    await expect(change("user", ["reports"])).rejects.toThrow();
    expect((await eventsOf(tx)).map(({ details }) => details)).toMatchObject([
      { from: "user", to: "custom" },
      { email: user.email },
      { from: "custom", to: "user" },
    ]);
  });

  test("an invitation has its role, permissions, groups and collections", async ({ tx }) => {
    const { organizationId, owner, admin } = await withMembersOfEachRole(tx);
    const groupId = await aGroup(tx, organizationId, "Support");
    const collectionId = await aCollection(tx, organizationId);
    const input = {
      organizationId,
      emails: ["one@cobalt.example", "two@cobalt.example"],
      role: "custom" as const,
      permissions: ["reports" as const],
      groupIds: [groupId],
      collections: [{ collectionId, permission: "view" as const }],
    };
    await execute(tx, inviteOrganizationMembers, owner.actor, input);
    expect([await tx.$count(groupMembers), await tx.$count(collectionMembers)]).toEqual([2, 2]);
    const { members } = await ask(tx, listOrganizationMembers, admin.actor, {
      organizationId,
      status: "invited",
    });
    expect(members.map(({ email, role, groups }) => [email, role, groups])).toEqual([
      ["one@cobalt.example", "custom", ["Support"]],
      ["two@cobalt.example", "custom", ["Support"]],
    ]);
    const { organizationId: other } = await anOrganizationWith(tx);
    const foreign = {
      ...input,
      emails: ["three@cobalt.example"],
      groupIds: [await aGroup(tx, other, "Other")],
    };
    await expectRefused(tx, inviteOrganizationMembers, owner.actor, foreign, "not_found");
    const who = await aCustom(tx, organizationId, "Custom One", ["manage_users", "reports"]);
    const withGroup = { ...input, emails: ["four@cobalt.example"], collections: [] };
    await expectRefused(tx, inviteOrganizationMembers, who.actor, withGroup, "not_found");
    const withCollection = { ...input, emails: ["five@cobalt.example"], groupIds: [] };
    await expectRefused(tx, inviteOrganizationMembers, who.actor, withCollection, "not_found");
  });
});

describe("editing a member", () => {
  test("shows and changes role, groups and collections, each as a difference", async ({ tx }) => {
    const { organizationId, admin, user } = await withMembersOfEachRole(tx);
    const [first, second] = [
      await aGroup(tx, organizationId, "First"),
      await aGroup(tx, organizationId, "Second"),
    ];
    const [kept, given] = [
      await aCollection(tx, organizationId, { [user.memberId]: "view" }),
      await aCollection(tx, organizationId),
    ];
    const taken = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
    const target = { organizationId, memberId: user.memberId };
    await execute(tx, changeMemberGroups, admin.actor, { ...target, given: [first], taken: [] });
    await execute(tx, changeMemberGroups, admin.actor, { ...target, given: [second], taken: [first] });
    await execute(tx, changeMemberCollections, admin.actor, {
      ...target,
      given: [{ collectionId: given, permission: "manage" }],
      changed: [{ collectionId: kept, permission: "edit" }],
      taken: [taken],
    });
    const member = await ask(tx, getOrganizationMember, admin.actor, target);
    expect(member.groups?.map(({ name }) => name)).toEqual(["Second"]);
    expect(new Map(member.grants?.map((grant) => [grant.collectionId, grant.permission]))).toEqual(
      new Map([
        [kept, "edit"],
        [given, "manage"],
      ]),
    );
    expect(member.may).toEqual({ role: true, groups: true, collections: true });
    const gone = {
      ...target,
      given: [],
      changed: [{ collectionId: taken, permission: "view" as const }],
      taken: [],
    };
    await expectRefused(tx, changeMemberCollections, admin.actor, gone, "access_changed");
    const log = (await eventsOf(tx)).map(({ type }) => type);
    expect(log.filter((type) => type === "organization_member.groups_changed")).toHaveLength(2);
    expect(log.filter((type) => type === "collection.updated")).toHaveLength(3);
  });

  test("a group or a collection of another organization refuses the whole", async ({ tx }) => {
    const { organizationId, owner, user } = await withMembersOfEachRole(tx);
    const { organizationId: other } = await anOrganizationWith(tx);
    const own = await aGroup(tx, organizationId, "Own");
    const target = { organizationId, memberId: user.memberId };
    const inGroups = { ...target, given: [own, await aGroup(tx, other, "Other")], taken: [] };
    await expectRefused(tx, changeMemberGroups, owner.actor, inGroups, "not_found");
    expect(await tx.$count(groupMembers)).toBe(0);
    const grants = [await aCollection(tx, organizationId), await aCollection(tx, other)].map(
      (collectionId) => ({
        collectionId,
        permission: "edit" as const,
      }),
    );
    const given = { ...target, given: grants, changed: [], taken: [] };
    await expectRefused(tx, changeMemberCollections, owner.actor, given, "not_found");
    for (const memberId of [anyId(), (await aConfirmed(tx, other, "user", "Stranger")).memberId])
      await expect(
        ask(tx, getOrganizationMember, owner.actor, { organizationId, memberId }),
      ).rejects.toMatchObject({ name: "NotFound" });
  });

  test("where admins do not reach all, nobody puts themselves into a group or opens a collection", async ({
    tx,
  }) => {
    const { organizationId, admin, user } = await withMembersOfEachRole(tx, {
      allowAdminAccessToAllCollectionItems: false,
    });
    const groupId = await aGroup(tx, organizationId, "Support");
    const collectionId = await aCollection(tx, organizationId, { [user.memberId]: "manage" });
    const self = { organizationId, memberId: admin.memberId };
    const joins = { ...self, given: [groupId], taken: [] };
    await expectRefused(tx, changeMemberGroups, admin.actor, joins, "cannot_add_yourself");
    const opens = { ...self, given: [{ collectionId, permission: "view" as const }], changed: [], taken: [] };
    await expectRefused(tx, changeMemberCollections, admin.actor, opens, "not_found");
  });

  test("is refused for whoever stands above, in groups and in collections", async ({ tx }) => {
    const { organizationId, owner, admin } = await withMembersOfEachRole(tx);
    const custom = await aCustom(tx, organizationId, "Custom One", ["manage_groups", "edit_any_collection"]);
    const groupId = await aGroup(tx, organizationId, "Support");
    const collectionId = await aCollection(tx, organizationId);
    for (const [by, { memberId }, refusal] of [
      [custom, owner, "only_owners_manage_owners"],
      [admin, owner, "only_owners_manage_owners"],
      [custom, admin, "custom_manages_no_admins"],
    ] as const) {
      const target = { organizationId, memberId };
      const joins = { ...target, given: [groupId], taken: [] };
      await expectRefused(tx, changeMemberGroups, by.actor, joins, refusal);
      const opens = {
        ...target,
        given: [{ collectionId, permission: "view" as const }],
        changed: [],
        taken: [],
      };
      await expectRefused(tx, changeMemberCollections, by.actor, opens, refusal);
    }
  });

  test("where admins do not reach all, takes no collection its last manager", async ({ tx }) => {
    const { organizationId, owner, admin, user } = await withMembersOfEachRole(tx, {
      allowAdminAccessToAllCollectionItems: false,
    });
    const groupId = await aGroup(tx, organizationId, "Support");
    const byGroup = await aCollection(tx, organizationId);
    await tx.insert(groupMembers).values({ organizationId, groupId, memberId: user.memberId });
    await tx
      .insert(collectionGroups)
      .values({ organizationId, groupId, collectionId: byGroup, permission: "manage" });
    const leaves = { organizationId, memberId: user.memberId, given: [], taken: [groupId] };
    await expectRefused(tx, changeMemberGroups, admin.actor, leaves, "collection_needs_manager");

    const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const own = { organizationId, memberId: owner.memberId, given: [] };
    const lowered = { ...own, changed: [{ collectionId, permission: "view" as const }], taken: [] };
    const gone = { ...own, changed: [], taken: [collectionId] };
    for (const change of [lowered, gone])
      await expectRefused(tx, changeMemberCollections, owner.actor, change, "collection_needs_manager");
  });

  test("gives a collection to whoever is invited, and to nobody who is revoked", async ({ tx }) => {
    const { organizationId, owner } = await withMembersOfEachRole(tx);
    for (const status of ["invited", "revoked"] as const)
      await aMemberOf(tx, organizationId, await aPerson(tx, `The ${status}`), { status });
    const { members } = await ask(tx, listAssignableMembers, owner.actor, { organizationId });
    expect(members.map(({ status }) => status).sort()).toEqual([
      "confirmed",
      "confirmed",
      "confirmed",
      "invited",
    ]);
  });

  test("works during a visit of the provider, for role, groups and collections", async ({ tx }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId, user } = await withMembersOfEachRole(tx, { provider: { providerId } });
    const groupId = await aGroup(tx, organizationId, "Support");
    const collectionId = await aCollection(tx, organizationId);
    await aVisit(tx, organizationId, providerId, technician);
    const target = { organizationId, memberId: user.memberId };
    const { actor } = technician;
    await execute(tx, changeOrganizationMemberRole, actor, {
      ...target,
      role: "custom",
      permissions: ["reports"],
    });
    await execute(tx, changeMemberGroups, actor, { ...target, given: [groupId], taken: [] });
    await execute(tx, changeMemberCollections, actor, {
      ...target,
      given: [{ collectionId, permission: "edit" }],
      changed: [],
      taken: [],
    });
    expect(await ask(tx, getOrganizationMember, actor, target)).toMatchObject({
      role: "custom",
      permissions: ["reports"],
      groups: [{ name: "Support" }],
      grants: [{ collectionId, permission: "edit" }],
    });
    const log = await eventsOf(tx);
    expect(log.every((event) => event.providerId === providerId)).toBe(true);
  });
});

describe("leaving", () => {
  test("gives the place up, frees the seat and is logged", async ({ tx }) => {
    const { organizationId, user } = await withMembersOfEachRole(tx);
    await execute(tx, leaveOrganization, user.actor, { organizationId });
    expect(await rowOf(tx, user.memberId)).toBeUndefined();
    const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    expect([row?.usedSeats, row?.members]).toEqual([2, 2]);
    expect(await eventsOf(tx)).toMatchObject([{ type: "organization_member.left", userId: user.userId }]);
    await expectRefused(tx, leaveOrganization, user.actor, { organizationId }, "not_found");
  });

  test("is refused to the last owner, and to whoever is on a visit", async ({ tx }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId, owner } = await withMembersOfEachRole(tx, { provider: { providerId } });
    await aVisit(tx, organizationId, providerId, technician);
    await expectRefused(tx, leaveOrganization, owner.actor, { organizationId }, "last_owner");
    await expectRefused(tx, leaveOrganization, technician.actor, { organizationId }, "not_found");
    await aConfirmed(tx, organizationId, "owner", "Second Owner");
    await execute(tx, leaveOrganization, owner.actor, { organizationId });
    expect(await rowOf(tx, owner.memberId)).toBeUndefined();
  });
});
