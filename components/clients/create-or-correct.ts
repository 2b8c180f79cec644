import type { ClientActions } from "@/components/clients/client-actions";

type Input = Parameters<ClientActions["create"]>[0];

/**
 * Creates a client. When an earlier try has created it and only its answer was lost, the client is corrected to
 * what this try says, the address of its owner included.
 */
export async function createOrCorrectClient(
  actions: Pick<ClientActions, "create" | "correct">,
  client: Input,
) {
  const created = await actions.create(client);
  if (!created.ok || !created.result.existed) return created;
  const { providerId, organizationId, name, plan, seats, ownerEmail, shown } = client;
  return actions.correct({ providerId, organizationId, name, plan, seats, ownerEmail, shown });
}
