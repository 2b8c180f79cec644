import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { ciphers } from "@/db/schema/ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { type Actor, type PersonActor, personActor } from "@/lib/domain/actor";
import { SessionId } from "@/lib/domain/ids";
import { planFacts } from "@/lib/domain/organization/plans";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { renameClient } from "@/lib/operations/client/rename-client";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { type Command, execute } from "@/lib/operations/command";
import { assignItems } from "@/lib/operations/item/assign-items";
import { createItem } from "@/lib/operations/item/create-item";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { approveRecovery } from "@/lib/operations/recovery/approve";
import { takeLocks } from "@/lib/operations/take-locks";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { openTestPostgres } from "@/test/database";
import { tokenMailedTo } from "@/test/mails";
import { address, aNewcomer } from "@/test/newcomers";
import { aCollection, anItem, anOrganizationWith, aVisit, keyOf, sealedLogin } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { outcomeOf, report, somebodyWaits, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

type Act = { does: (pause: () => Promise<void>) => Promise<unknown> };

/** An act that stops once it has been judged allowed, and goes on when `pause` lets it. */
const judgedThenPaused = <Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  actor: Actor,
  input: z.input<Schema>,
): Act => ({
  does: (pause) =>
    execute(
      db,
      {
        ...command,
        run: async (context) => {
          await pause();
          return command.run(context);
        },
      },
      actor,
      input,
    ),
});

/**
 * The authority goes while the act, already judged, is under way: was it gone before the act took effect?
 * Either the loss waits for the act, or the act is refused; an act that takes effect afterwards is the violation.
 */
async function isViolated({ does }: Act, lose: () => Promise<unknown>): Promise<boolean> {
  let lost = false;
  let losing: Promise<unknown> = Promise.resolve();
  let isLostFirst = false;
  const outcome = await outcomeOf(
    does(async () => {
      losing = lose().then(() => {
        lost = true;
      });
      await somebodyWaits(db, () => lost);
      isLostFirst = lost;
    }),
  );
  await losing;
  expect(outcome).not.toContain("broken");
  return isLostFirst && outcome === "done";
}

const world = () =>
  db.transaction(async (tx) => {
    const team = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      betty: "provider_admin, confirmed",
    });
    const { providerId, brett } = team;
    const organizationId = await aClientOf(tx, providerId);
    const first = await aNewcomer(tx, organizationId, "owner");
    const second = await aNewcomer(tx, organizationId, "owner");
    const third = await aNewcomer(tx, organizationId, "user");
    await aVisit(tx, organizationId, providerId, brett);
    const collectionId = await aCollection(tx, organizationId, { [third.memberId]: "manage" });
    const itemId = await anItem(tx, organizationId, [collectionId]);
    return { ...team, organizationId, first, second, third, collectionId, itemId };
  });

type World = Awaited<ReturnType<typeof world>>;

/** What somebody does in a collection that they may write to. */
const actsInCollection: Record<string, (world: World, actor: Actor) => Act> = {
  "makes an item": ({ organizationId, collectionId }, actor) =>
    judgedThenPaused(createItem, actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [collectionId],
      itemId: randomUUID(),
      ...sealedLogin(),
    }),
  "deletes an item": ({ itemId }, actor) => judgedThenPaused(trashItems, actor, { itemIds: [itemId] }),
};

/** What somebody does with an item that is in a collection of theirs. */
const actsOnItem: Record<string, (world: World, actor: Actor) => Act> = {
  "edits an item": ({ organizationId, itemId }, actor) => ({
    does: async (pause) => {
      const [item] = await db.select().from(ciphers).where(eq(ciphers.id, itemId));
      return judgedThenPaused(updateItem, actor, {
        itemId,
        organizationKeyId: keyOf(organizationId),
        lastKnownRevisionDate: item?.revisedAt,
        ...sealedLogin(),
      }).does(pause);
    },
  }),
  "trashes an item": ({ itemId }, actor) => judgedThenPaused(trashItems, actor, { itemIds: [itemId] }),
};

/** What one owner of an organization, or one provider user during a visit, does in it. */
const actsInside: Record<string, (world: World, actor: Actor) => Act> = {
  "invites a member": ({ organizationId }, actor) =>
    judgedThenPaused(inviteOrganizationMembers, actor, {
      organizationId,
      emails: [address()],
      role: "user",
      collections: [],
    }),
  "removes a member": ({ organizationId, third }, actor) =>
    judgedThenPaused(removeOrganizationMembers, actor, { organizationId, memberIds: [third.memberId] }),
  "makes a collection": ({ organizationId }, actor) =>
    judgedThenPaused(createCollection, actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId: randomUUID(),
      name: sealedText(),
      members: [],
    }),
  ...actsInCollection,
};

const lossesOfAnOwner: Record<string, (world: World) => Promise<unknown>> = {
  "is removed": ({ organizationId, first, second }) =>
    execute(db, removeOrganizationMembers, second.actor, { organizationId, memberIds: [first.memberId] }),
  "is revoked": ({ organizationId, first, second }) =>
    execute(db, revokeOrganizationMembers, second.actor, { organizationId, memberIds: [first.memberId] }),
  "is demoted": ({ organizationId, first, second }) =>
    execute(db, changeOrganizationMemberRole, second.actor, {
      organizationId,
      memberId: first.memberId,
      role: "user",
    }),
  "has the session ended": async ({ first }) =>
    execute(db, endOtherSessions, await anotherSessionOf(first.actor), {}),
};

const lossesOfAVisitor: Record<string, (world: World) => Promise<unknown>> = {
  "leaves in another tab": ({ organizationId, brett }) =>
    execute(db, leaveClient, brett.actor, { organizationId }),
  "is removed from the provider": ({ providerId, brett, betty }) =>
    execute(db, removeProviderMembers, betty.actor, { providerId, memberIds: [brett.memberId] }),
  "has the provider suspended": ({ providerId }) =>
    db.transaction(async (tx) => {
      await takeLocks(tx, [{ whole: "team", id: providerId, takes: "authority" }]);
      await tx.update(providers).set({ state: "suspended" }).where(eq(providers.id, providerId));
    }),
  "has the door closed": ({ organizationId }) =>
    db.transaction(async (tx) => {
      await takeLocks(tx, [{ whole: "organization", id: organizationId, takes: "authority" }]);
      await tx
        .update(organizations)
        .set({ providerAccess: "closed" })
        .where(eq(organizations.id, organizationId));
    }),
};

const actsOfAnAdmin: Record<string, (world: World, actor: Actor) => Act> = {
  "invites staff": ({ providerId }, actor) =>
    judgedThenPaused(inviteProviderMembers, actor, { providerId, emails: [address()], role: "service_user" }),
  "renames a client": ({ providerId, organizationId }, actor) =>
    judgedThenPaused(renameClient, actor, { providerId, organizationId, name: "Renamed" }),
};

const lossesOfAnAdmin: Record<string, (world: World) => Promise<unknown>> = {
  "is removed": ({ providerId, brett, betty }) =>
    execute(db, removeProviderMembers, betty.actor, { providerId, memberIds: [brett.memberId] }),
  "is demoted": ({ providerId, brett, betty }) =>
    execute(db, changeProviderMemberRole, betty.actor, {
      providerId,
      memberId: brett.memberId,
      role: "service_user",
    }),
};

/** The same person, logged in a second time. */
async function anotherSessionOf({ principal, sessionId, device }: PersonActor): Promise<PersonActor> {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session) throw new Error("a person has a session");
  const id = SessionId.parse(randomUUID());
  await db.insert(sessions).values({ ...session, id });
  return personActor({ userId: principal.userId, sessionId: id, device });
}

const lossesOfAHolder: Record<string, (world: World) => Promise<unknown>> = {
  "loses the collection": ({ organizationId, collectionId, first, third }) =>
    execute(db, changeCollectionAccess, first.actor, {
      organizationId,
      collectionId,
      given: [],
      changed: [],
      taken: [third.memberId],
    }),
  "may only view from then on": ({ organizationId, collectionId, first, third }) =>
    execute(db, changeCollectionAccess, first.actor, {
      organizationId,
      collectionId,
      given: [],
      changed: [{ memberId: third.memberId, permission: "view" }],
      taken: [],
    }),
};

/** The collection stays theirs, and the item is in it no more. */
const lossesOfAnItem: Record<string, (world: World) => Promise<unknown>> = {
  "loses it": async ({ first, itemId, collectionId }) =>
    outcomeOf(execute(db, assignItems, first.actor, { itemIds: [itemId], given: [], taken: [collectionId] })),
};

/** The loss is under way and not yet committed when the act begins: once it is, the act is refused. */
async function actAfter(begin: () => Promise<unknown>, loss: (tx: Tx) => Promise<unknown>) {
  let acting: Promise<string> = Promise.resolve("");
  let ended = false;
  await db.transaction(async (tx) => {
    await loss(tx);
    acting = outcomeOf(begin()).finally(() => {
      ended = true;
    });
    await somebodyWaits(db, () => ended);
  });
  return acting;
}

/** What an owner does who counts: they are of nobody's team. */
const actsOfOneWhoCounts: Record<string, (world: World, actor: Actor) => Act> = {
  "vouches for another": ({ organizationId, second: { memberId } }, actor) => ({
    does: async (pause) => {
      const isSecond = eq(organizationMembers.id, memberId);
      await db.update(organizationMembers).set({ letInByProvider: true }).where(isSecond);
      return judgedThenPaused(vouchForMember, actor, { organizationId, memberId }).does(pause);
    },
  }),
  "lets the provider in further": ({ organizationId }, actor) => ({
    does: async (pause) => {
      const isHere = eq(organizations.id, organizationId);
      await db.update(organizations).set({ providerAccess: "closed" }).where(isHere);
      return judgedThenPaused(setProviderAccess, actor, { organizationId, access: "full" }).does(pause);
    },
  }),
  "approves a recovery": ({ organizationId, brett, third: { memberId } }, actor) => ({
    does: async (pause) => {
      const [askedBy, askedAt] = [brett.userId, new Date()];
      const readyAt = new Date(Number(askedAt) + 3_600_000);
      await db.insert(accountRecoveries).values({
        organizationId,
        memberId,
        askedBy,
        askedAt,
        readyAt,
        memberRole: "user",
        forProvider: true,
      });
      return judgedThenPaused(approveRecovery, actor, { organizationId, memberId, askedBy, askedAt }).does(
        pause,
      );
    },
  }),
};

const lossesOfOneWhoCounts: typeof lossesOfAnOwner = {
  "joins the provider's team": async ({ providerId, brett, first }) => {
    await execute(db, inviteProviderMembers, brett.actor, {
      providerId,
      emails: [first.email],
      role: "service_user",
    });
    const token = await db.transaction((tx) => tokenMailedTo(tx, first.email));
    return execute(db, acceptProviderInvitation, first.actor, { token });
  },
};

/** What a plan includes goes with it, also what a custom role rests on. */
const casesOfPlans = [
  [
    "a custom role deletes an item and goes with the plan",
    async () => {
      const { organizationId, owner, custom, itemId } = await db.transaction(async (tx) => {
        const features = [...planFacts.enterprise_monthly.features];
        const here = await anOrganizationWith(tx, { plan: "enterprise_monthly", features });
        const owner = await aNewcomer(tx, here.organizationId, "owner");
        const custom = await aNewcomer(tx, here.organizationId, "user");
        await tx
          .update(organizationMembers)
          .set({ role: "custom", permissions: ["edit_any_collection"] })
          .where(eq(organizationMembers.id, custom.memberId));
        return { ...here, owner, custom, itemId: await anItem(tx, here.organizationId, []) };
      });
      return isViolated(judgedThenPaused(trashItems, custom.actor, { itemIds: [itemId] }), () =>
        execute(db, setOwnPlan, owner.actor, { organizationId, plan: "teams_monthly", seats: 10 }),
      );
    },
  ],
] as const;

const cases = [
  ...casesOfPlans,
  ...pairs("an owner", actsOfOneWhoCounts, lossesOfOneWhoCounts, ({ first }) => first.actor),
  ...pairs("a member", actsInCollection, lossesOfAHolder, ({ third }) => third.actor),
  ...pairs("a member", actsOnItem, lossesOfAnItem, ({ third }) => third.actor),
  ...pairs("an owner", actsInside, lossesOfAnOwner, ({ first }) => first.actor),
  ...pairs("a visitor", actsInside, lossesOfAVisitor, ({ brett }) => brett.actor),
  ...pairs("a provider admin", actsOfAnAdmin, lossesOfAnAdmin, ({ brett }) => brett.actor),
];

function pairs(
  who: string,
  acts: typeof actsInside,
  losses: typeof lossesOfAnOwner,
  actorOf: (world: World) => Actor,
) {
  return Object.entries(acts).flatMap(([does, act]) =>
    Object.entries(losses).map(([loses, lose]) => {
      const play = async () => {
        const here = await world();
        return isViolated(act(here, actorOf(here)), () => lose(here));
      };
      return [`${who} ${does} and ${loses}`, play] as const;
    }),
  );
}

describe("an act whose authority went before it took effect does not take effect", () => {
  test.each(cases)("%s", async (_title, play) => {
    expect(await play()).toBe(false);
  });

  test("without the locks it would", async () => {
    let violations = 0;
    for (const [, play] of cases) if (await withoutLocks(play)) violations += 1;
    expect(violations).toBeGreaterThan(cases.length / 2);
    report(cases.length, 0, violations);
  });
});

test.each(["view", "taken"] as const)(
  "an act that began before the loss was committed sees it: %s",
  async (how) => {
    const { organizationId, collectionId, first, third } = await world();
    const target = { organizationId, collectionId, given: [] };
    const loss = (tx: Tx) =>
      execute(tx, changeCollectionAccess, first.actor, {
        ...target,
        changed: how === "view" ? [{ memberId: third.memberId, permission: "view" as const }] : [],
        taken: how === "taken" ? [third.memberId] : [],
      });
    const item = {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [collectionId],
      itemId: randomUUID(),
      ...sealedLogin(),
    };
    expect(await actAfter(() => execute(db, createItem, third.actor, item), loss)).toBe("not_found");
  },
);

test.each(["edits", "trashes"] as const)(
  "whoever %s an item that is being taken out of their collection does not any more",
  async (how) => {
    const { organizationId, collectionId, itemId, first, third } = await world();
    const [item] = await db.select().from(ciphers).where(eq(ciphers.id, itemId));
    const edit = {
      itemId,
      organizationKeyId: keyOf(organizationId),
      lastKnownRevisionDate: item?.revisedAt,
      ...sealedLogin(),
    };
    const act = () =>
      how === "edits"
        ? execute(db, updateItem, third.actor, edit)
        : execute(db, trashItems, third.actor, { itemIds: [itemId] });
    const loss = (tx: Tx) =>
      execute(tx, assignItems, first.actor, { itemIds: [itemId], given: [], taken: [collectionId] });
    expect(await actAfter(act, loss)).toBe("not_found");
  },
);
