import "server-only";
import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { ListProviderMembers } from "@/lib/domain/provider/inputs";
import { hasAccessEnded } from "@/lib/domain/provider/member";
import { lifeOfLink } from "@/lib/domain/token";
import { defineKeyset } from "@/lib/operations/keyset";
import { listed, listedColumns } from "@/lib/operations/people/internal/listed";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { mayWithStaff } from "@/lib/operations/provider/internal/may-with-staff";
import { defineQuery } from "@/lib/operations/query";

/** Each order has an index that begins with the provider, and one that goes on with the status. */
const team = defineKeyset("provider members", {
  name: [providerMembers.sortName, providerMembers.id],
  role: [providerMembers.role, providerMembers.sortName, providerMembers.id],
});

/** The provider's team, a page at a time, with how many there are of each status. Keys stay behind. */
export const listProviderMembers = defineQuery({
  name: "provider.list_members",
  input: ListProviderMembers,
  access: inProvider.read_staff,
  async read({ tx, input, standing, now }) {
    const page = team.page(input);
    const rows = await readPage(tx, input, page);
    const { rows: shown, next } = page.cut(rows.flatMap(({ member }) => (member ? [member] : [])));
    const { all = 0, invited = 0, accepted = 0 } = rows[0] ?? {};
    const place = placeOf(standing);
    const lastingAdmins = rows[0]?.confirmedAdmins ?? 0;
    const members = shown.map((member) => {
      const row = { ...member, isYou: member.id === place.memberId };
      const { invitedAt, ...shown } = row;
      return {
        ...shown,
        accessEnded: hasAccessEnded(row, now),
        /** How long the link of their last invitation works; of whoever is still invited. */
        invitation:
          row.status === "invited" && invitedAt ? lifeOfLink("provider_member", invitedAt, now) : null,
        may: mayWithStaff(place, lastingAdmins, row, now),
      };
    });
    return { members, counts: { all, invited, accepted }, lastingAdmins, next };
  },
});

/** One statement, read from indexes alone: the counts come with each row, and alone when nobody fits. */
function readPage(
  tx: Tx,
  { providerId, ...filter }: z.output<typeof ListProviderMembers>,
  { where, orderBy, limit, place, position }: ReturnType<typeof team.page>,
) {
  const page = tx
    .select({
      ...listedColumns(providerMembers),
      invitedAt: providerMembers.invitedAt,
      accessEndsAt: providerMembers.accessEndsAt,
      place: place.as("place"),
      position: position.as("position"),
    })
    .from(providerMembers)
    .where(listed({ of: providerMembers, which: eq(providerMembers.providerId, providerId) }, filter, where))
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
  return tx
    .select({
      all: providers.members,
      invited: providers.invitedMembers,
      accepted: providers.acceptedMembers,
      confirmedAdmins: providers.confirmedAdmins,
      member: {
        id: page.id,
        userId: page.userId,
        name: page.name,
        email: page.email,
        role: page.role,
        status: page.status,
        invitedAt: page.invitedAt,
        accessEndsAt: page.accessEndsAt,
        place: page.place,
      },
    })
    .from(providers)
    .leftJoin(page, sql`true`)
    .where(eq(providers.id, providerId))
    .orderBy(page.position);
}
