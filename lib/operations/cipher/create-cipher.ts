import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { mayEditItem } from "@/lib/domain/cipher/access";
import { CreateCipher } from "@/lib/domain/cipher/inputs";
import { allow, refuse } from "@/lib/domain/decision";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { personOf } from "@/lib/operations/account/access";
import { touchItemAccounts } from "@/lib/operations/cipher/touch-item-accounts";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import {
  memberIdOf,
  type OrganizationPlace,
  organizationPeople,
  placeOf,
} from "@/lib/operations/organization/access";
import { expectCurrentKey } from "@/lib/operations/organization/expect-current-key";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

type Place = Awaited<ReturnType<typeof organizationPeople.standing>> | "self";

/** For one's own vault, anybody; in an organization, its people. Each collection is judged afterwards. */
const itemCreators: Access<{ organizationId: OrganizationId | null }, Place> = {
  name: "item_creators",
  standing: async (tx, actor, { organizationId }) => {
    if (organizationId) return organizationPeople.standing(tx, actor, { organizationId });
    return actor.kind === "user" ? "self" : "anonymous";
  },
  rule: (place) => {
    if (place === "anonymous") return refuse("not_signed_in");
    return place === "self" ? allow : organizationPeople.rule(place);
  },
  stamp: (place) => (place === "self" ? {} : (organizationPeople.stamp?.(place) ?? {})),
};

/** Creates a login under an id that the browser made: sent twice, it is created once. */
export const createCipher = defineCommand({
  name: "cipher.create",
  input: CreateCipher,
  access: itemCreators,
  async run({ tx, actor, input, standing, now }) {
    const { cipherId, organizationId, organizationKeyId, collectionIds, ...sealed } = input;
    const userId = personOf(actor);
    const into = [...new Set(collectionIds)];
    if (organizationId && standing !== "self")
      await judgeCollections(tx, placeOf(standing), organizationId, into);

    if (organizationId) await expectCurrentKey(tx, organizationId, organizationKeyId);

    const owner = organizationId ? { organizationId, organizationKeyId } : { userId };
    const created = await tx
      .insert(ciphers)
      .values({ id: cipherId, ...owner, type: "login", ...sealed, createdAt: now, revisedAt: now })
      .onConflictDoNothing()
      .returning({ id: ciphers.id });
    if (created.length === 0) {
      const [known] = await tx.select().from(ciphers).where(eq(ciphers.id, cipherId));
      const isOurs = organizationId ? known?.organizationId === organizationId : known?.userId === userId;
      if (!isOurs) throw new NotFound();
      return doneUnrecorded({ cipherId, revisedAt: known?.revisedAt ?? now }, "the same request came before");
    }
    if (organizationId)
      await tx
        .insert(collectionCiphers)
        .values(into.map((collectionId) => ({ organizationId, collectionId, cipherId })));
    await touchItemAccounts(tx, { cipherId, organizationId }, userId, now);
    return done(
      { cipherId, revisedAt: now },
      { type: "cipher.created", cipherId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});

/** One collection that is not the organization's, or into which they may not put items, refuses the whole. */
async function judgeCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: CollectionId[],
) {
  const memberId = memberIdOf(place);
  const found = await tx
    .select({
      adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
      permission: collectionMembers.permission,
    })
    .from(collections)
    .innerJoin(organizations, eq(organizations.id, collections.organizationId))
    .leftJoin(
      collectionMembers,
      and(
        eq(collectionMembers.collectionId, collections.id),
        // A provider's user is no member: without this they would be given every member's row.
        memberId ? eq(collectionMembers.memberId, memberId) : sql`false`,
      ),
    )
    .where(and(eq(collections.organizationId, organizationId), inArray(collections.id, collectionIds)));
  if (found.length === 0 || found.length !== collectionIds.length) throw new NotFound();
  for (const { adminsReachAll, permission } of found)
    assertAllowed(
      mayEditItem({
        owner: "organization",
        standing: place,
        adminsReachAll,
        deletionNeedsManage: false,
        permissions: memberId && permission ? [permission] : [],
      }),
    );
}
