import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { CollectionFacts } from "@/lib/domain/collection/access";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { mayPutIntoGroup } from "@/lib/domain/group/membership";
import { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";

const [own, other] = [OrganizationMemberId.parse(randomUUID()), OrganizationMemberId.parse(randomUUID())];

const admin = (adminsReachAll: boolean): OrganizationStanding => ({
  state: "enabled",
  switches: {
    adminsReachAll,
    creationIsLimited: true,
    collectionDeletionIsLimited: true,
    deletionNeedsManage: false,
  },
  features,
  capacity: {
    as: "member",
    role: "admin",
    memberId: own,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
  },
});

const managed: CollectionFacts = { permission: "manage", isManaged: true };
const others: CollectionFacts = { permission: "edit", isManaged: true };
const nobodys: CollectionFacts = { permission: null, isManaged: false };
const tooMuch = refuse("group_has_other_collections");

type Case = [string, OrganizationMemberId[], CollectionFacts[], Decision];
test.each<Case>([
  ["nobody", [], [others], allow],
  ["somebody, into a group that has nothing", [other], [], allow],
  ["somebody, with collections that one manages", [other], [managed, managed], allow],
  ["somebody, with a collection that nobody manages", [other], [nobodys], allow],
  ["somebody, with one that others manage", [other], [managed, others], tooMuch],
  ["oneself", [own], [], refuse("cannot_add_yourself")],
  ["oneself among others", [other, own], [managed], refuse("cannot_add_yourself")],
])("where admins do not reach every collection, an admin puts in %s", (_who, memberIds, facts, decision) => {
  expect(mayPutIntoGroup(admin(false), memberIds, facts)).toEqual(decision);
});

test("where admins reach every collection, an admin puts anybody into any group", () => {
  expect(mayPutIntoGroup(admin(true), [own, other], [others])).toEqual(allow);
});
