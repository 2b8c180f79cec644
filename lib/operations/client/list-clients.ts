import "server-only";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { UserId } from "@/lib/domain/ids";
import { ListClients } from "@/lib/domain/provider/inputs";
import { mayInProvider } from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { clientsPage, keysetOf } from "@/lib/operations/client/internal/clients-page";
import { providerProgress } from "@/lib/operations/client/internal/provider-progress";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The provider's clients, a page at a time, with its tags and the seats of both plans.
 */
export const listClients = defineQuery({
  name: "client.list",
  input: ListClients,
  access: inProvider.open_portal,
  async read({ tx, actor, input, standing }) {
    const page = keysetOf(input).page(input);
    const rows = await readPage(tx, personOf(actor), input, page);
    const { rows: shown, next } = page.cut(rows.flatMap(({ client }) => (client ? [client] : [])));
    const [first] = rows;
    const paysFor = mayInProvider("read_subscription", placeOf(standing)).allowed;
    return {
      clients: shown,
      next,
      seats: (first?.seats ?? []).map((seats) => ({
        ...seats,
        /** In percent; null for whoever does not see what the provider pays. */
        discount: paysFor ? (first?.discount ?? null) : null,
      })),
      tags: first?.tags ?? [],
      hasClients: first?.firstClient ?? false,
    };
  },
});

/** One statement. It reads as many rows for a provider with five thousand clients as for one with fifty. */
function readPage(
  tx: Tx,
  userId: UserId,
  input: z.output<typeof ListClients>,
  asked: ReturnType<ReturnType<typeof keysetOf>["page"]>,
) {
  const page = clientsPage(tx, input, asked);
  const provider = providerProgress(tx, input.providerId, userId);
  return tx
    .select({
      seats: provider.seats,
      tags: provider.tags,
      discount: provider.discount,
      firstClient: provider.firstClient,
      client: {
        id: page.id,
        name: page.name,
        plan: page.plan,
        standing: page.standing,
        tags: page.tags,
        toConfirm: page.toConfirm,
        assigned: page.assigned,
        used: page.used,
        remaining: page.remaining,
        place: page.place,
      },
    })
    .from(provider)
    .leftJoin(page, sql`true`)
    .orderBy(page.position);
}
