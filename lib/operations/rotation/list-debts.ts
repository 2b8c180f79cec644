import "server-only";
import { and, eq } from "drizzle-orm";
import { formerMembers } from "@/db/schema/former-members";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { users } from "@/db/schema/users";
import { ListDebts } from "@/lib/domain/rotation/inputs";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization } from "@/lib/operations/organization/access";
import { called } from "@/lib/operations/people/internal/called";
import { defineQuery } from "@/lib/operations/query";
import { countOwed } from "@/lib/operations/rotation/internal/count-owed";
import { leftWithDebt } from "@/lib/operations/rotation/internal/left-with-debt";
import { isOpenDebt } from "@/lib/operations/rotation/internal/open-debt";

const owing = defineKeyset("open debts", { age: [rotationDebts.removedAt, rotationDebts.id] });

/**
 * Who was removed and what they could read: how many items, and of how many the password was changed since, as browsers
 * have told. Whoever left nothing open is not listed. Those who were removed last come first.
 */
export const listRotationDebts = defineQuery({
  name: "rotation.list_debts",
  input: ListDebts,
  access: inOrganization.use_items,
  async read({ tx, input: { organizationId, cursor } }) {
    const page = owing.page({ sort: "age", direction: "descending", cursor });
    const rows = await tx
      .select({
        id: rotationDebts.id,
        userId: rotationDebts.userId,
        ...called,
        removedAt: rotationDebts.removedAt,
        place: page.place,
      })
      .from(rotationDebts)
      .leftJoin(users, eq(users.id, rotationDebts.userId))
      .leftJoin(formerMembers, leftWithDebt)
      .where(and(eq(rotationDebts.organizationId, organizationId), isOpenDebt, page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit);
    const { rows: people, next } = page.cut(rows);
    const ids = people.map(({ id }) => id);
    const owedBy = await countOwed(tx, organizationId, ids);
    return { debts: people.map((person) => ({ ...person, ...owedBy(person.id) })), next };
  },
});

export type RotationDebts = Awaited<ReturnType<typeof listRotationDebts.read>>["debts"];
