import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { ProviderOrganizationId } from "@/lib/domain/ids";
import type { CreateClient } from "@/lib/domain/provider/inputs";
import { tieToProvider } from "@/lib/operations/client/internal/tie-to-provider";
import { insertOrganization } from "@/lib/operations/organization/internal/insert-organization";
import { billingEmailOf } from "@/lib/operations/provider/internal/billing-email-of";

/** Makes an organization and ties it to its provider, to whose key its own is sealed. Its owner takes one seat. */
export async function insertClient(
  tx: Tx,
  input: z.output<typeof CreateClient>,
  now: Date,
): Promise<ProviderOrganizationId> {
  const { providerId } = input;
  await insertOrganization(
    tx,
    input,
    { providerId, billingEmail: await billingEmailOf(tx, providerId) },
    now,
  );
  return tieToProvider(tx, input, now);
}
