import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { MemberFormActions } from "@/components/people/member-actions";
import { commandsFor, type MemberEdits, noEdits } from "@/components/people/member-edits";
import { CollectionId, GroupId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";

const [kept, taken, given] = [randomUUID(), randomUUID(), randomUUID()].map((id) => CollectionId.parse(id));
const [inside, outside] = [randomUUID(), randomUUID()].map((id) => GroupId.parse(id));
if (!kept || !taken || !given || !inside || !outside) throw new Error("ids are there");

const member: OrganizationMember = {
  id: OrganizationMemberId.parse(randomUUID()),
  userId: null,
  name: null,
  email: "billy.warden@provider.example",
  role: "custom",
  permissions: ["reports"],
  status: "invited",
  isYou: false,
  groups: [{ id: inside, name: "Inside" }],
  grants: [
    { collectionId: kept, permission: "view" },
    { collectionId: taken, permission: "edit" },
  ],
  may: { role: true, groups: true, collections: true },
};

/** What is sent for these edits, by the name of the command. */
async function sent(edits: Partial<MemberEdits>) {
  const inputs: Record<string, unknown> = {};
  const noting = (name: string) => async (input: unknown) => {
    inputs[name] = input;
    return { ok: true as const, result: { changed: true } };
  };
  const actions = {
    changeRole: noting("role"),
    changeGroups: noting("groups"),
    changeCollections: noting("collections"),
    // The rest asks, and is not asked here.
  } as unknown as MemberFormActions;
  for (const command of commandsFor("organization", member, { ...noEdits, ...edits }, actions))
    await command();
  return inputs;
}

test("nothing is sent where nothing differs from what was read", async () => {
  expect(await sent({})).toEqual({});
  expect(
    await sent({
      role: { role: "custom", permissions: ["reports"] },
      groups: [{ id: inside, name: "Inside" }],
    }),
  ).toEqual({});
  expect(await sent({ grants: member.grants })).toEqual({});
});

test("of each part, only the difference is sent", async () => {
  const target = { organizationId: "organization", memberId: member.id };
  expect(
    await sent({
      role: { role: "user", permissions: [] },
      groups: [{ id: outside, name: "Outside" }],
      grants: [
        { collectionId: kept, permission: "manage" },
        { collectionId: given, permission: "view" },
      ],
    }),
  ).toEqual({
    role: { ...target, role: "user", permissions: [] },
    groups: { ...target, given: [outside], taken: [inside] },
    collections: {
      ...target,
      given: [{ collectionId: given, permission: "view" }],
      changed: [{ collectionId: kept, permission: "manage" }],
      taken: [taken],
    },
  });
});
