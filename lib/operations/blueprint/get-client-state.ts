import "server-only";
import { eq } from "drizzle-orm";
import { policies } from "@/db/schema/policies";
import { ClientOf } from "@/lib/domain/blueprint/inputs";
import { inClient, placeInClient } from "@/lib/operations/blueprint/access";
import { clientState } from "@/lib/operations/blueprint/internal/client-state";
import { defineQuery } from "@/lib/operations/query";

/** A client as it is now: what is saved of it as a blueprint, and what one is compared with before it is applied. */
export const getClientState = defineQuery({
  name: "blueprint.get_client_state",
  input: ClientOf,
  access: inClient,
  async read({ tx, input: { organizationId }, standing }) {
    const place = placeInClient(standing);
    const set = await tx
      .select({ type: policies.type, enabled: policies.enabled, data: policies.data })
      .from(policies)
      .where(eq(policies.organizationId, organizationId));
    const includes = {
      groups: place.features.includes("groups"),
      policies: place.features.includes("policies"),
    };
    return { ...(await clientState(tx, place, organizationId)), policies: set, includes };
  },
});

export type ServedClientState = Awaited<ReturnType<typeof getClientState.read>>;
