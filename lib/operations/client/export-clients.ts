import "server-only";
import { ExportClients } from "@/lib/domain/provider/inputs";
import { clientsPage, keysetOf } from "@/lib/operations/client/internal/clients-page";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** More clients than any provider has. */
const mostExported = 20_000;

/**
 * The clients of a list, as it is looked at, or those that were selected, for a file that the browser makes. It is a
 * command because the log says who has taken the list along.
 */
export const exportClients = defineCommand({
  name: "client.export",
  input: ExportClients,
  access: inProvider.open_portal,
  async run({ tx, input }) {
    const { providerId, organizationIds: chosen } = input;
    const asked = chosen ? { ...input, search: "", status: null, tag: null, only: chosen } : input;
    const page = keysetOf(asked).page({ ...asked, cursor: null });
    const listed = clientsPage(tx, asked, { ...page, limit: mostExported });
    const rows = await tx
      .select({
        id: listed.id,
        name: listed.name,
        plan: listed.plan,
        standing: listed.standing,
        tags: listed.tags,
        toConfirm: listed.toConfirm,
        assigned: listed.assigned,
        used: listed.used,
        remaining: listed.remaining,
      })
      .from(listed)
      .orderBy(listed.position);
    if (chosen && rows.length !== new Set(chosen).size) throw new NotFound();
    return done(
      { clients: rows },
      { type: "provider.clients_exported", providerId, details: { count: rows.length } },
    );
  },
});
