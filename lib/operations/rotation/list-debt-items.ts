import "server-only";
import { and, eq, isNotNull, isNull, lte, not, or, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerMembers } from "@/db/schema/former-members";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { users } from "@/db/schema/users";
import { reachesAll, reachesUnassigned } from "@/lib/domain/collection/access";
import type { CollectionId } from "@/lib/domain/ids";
import { DebtTarget } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import { NotFound } from "@/lib/operations/errors";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { called } from "@/lib/operations/people/internal/called";
import { defineQuery } from "@/lib/operations/query";
import { countOwed } from "@/lib/operations/rotation/internal/count-owed";
import { leftWithDebt } from "@/lib/operations/rotation/internal/left-with-debt";

const owed = defineKeyset("items of a debt", { age: [ciphers.id] });

/**
 * The items that somebody could read when they were removed, whose password nobody is known to have changed since: those
 * that the actor can read too, and how many there are beside them.
 */
export const listDebtItems = defineQuery({
  name: "rotation.list_debt_items",
  input: DebtTarget,
  access: inOrganization.use_items,
  async read({ tx, actor, input: { organizationId, debtId, cursor }, standing }) {
    const here = placeOf(standing);
    const given = isNotNull(permissionsInItem(tx, personOf(actor), ciphers.id));
    const inReach = reachesUnassigned(here) ? or(given, eq(ciphers.collections, 0)) : given;
    const [debt] = await tx
      .select({
        userId: rotationDebts.userId,
        removedAt: rotationDebts.removedAt,
        readUntil: rotationDebts.readUntil,
        isWhole: rotationDebts.isWhole,
        /** Everything that was there is counted, of which a member could read at most this. */
        isAtMost: sql<boolean>`${rotationDebts.isWhole} and ${rotationDebts.memberId} is not null`,
        ...called,
      })
      .from(rotationDebts)
      .leftJoin(users, eq(users.id, rotationDebts.userId))
      .leftJoin(formerMembers, leftWithDebt)
      .where(and(eq(rotationDebts.id, debtId), eq(rotationDebts.organizationId, organizationId)));
    if (!debt) throw new NotFound();
    const readUntil = debt.readUntil ?? debt.removedAt;
    const wasThere = and(
      eq(ciphers.organizationId, organizationId),
      lte(ciphers.createdAt, readUntil),
      not(isPersonal()),
    );
    const isWrittenDown = sql`${ciphers.id} in (select ${rotationDebtItems.itemId} from ${rotationDebtItems}
      where ${rotationDebtItems.debtId} = ${debtId})`;
    const inReachAndOpen = and(
      debt.isWhole ? wasThere : isWrittenDown,
      isNull(ciphers.deletedAt),
      reachesAll(here) ? or(not(isPersonal()), given) : inReach,
      sql`(${ciphers.passwordChangedAt} is null or ${ciphers.passwordChangedAt} <= ${readUntil.toISOString()}::timestamptz)`,
    );
    const counts = (await countOwed(tx, organizationId, [debtId]))(debtId);
    const outOfReach = counts.items - counts.changed - (await tx.$count(ciphers, inReachAndOpen));
    const { where, orderBy, limit, place, cut } = owed.page({ sort: "age", direction: "ascending", cursor });
    const rows = await tx
      .select({
        id: ciphers.id,
        key: ciphers.key,
        name: ciphers.name,
        collectionId: sql<CollectionId | null>`(select entry.collection_id from ${collectionCiphers} as entry
          where entry.cipher_id = ${ciphers.id} order by entry.created_at limit 1)`,
        passwordChangedAt: ciphers.passwordChangedAt,
        place,
      })
      .from(ciphers)
      .where(and(inReachAndOpen, where))
      .orderBy(...orderBy)
      .limit(limit);
    const { rows: items, next } = cut(rows);
    return { debt: { ...debt, ...counts }, outOfReach, items, next };
  },
});

export type DebtItems = Awaited<ReturnType<typeof listDebtItems.read>>;
