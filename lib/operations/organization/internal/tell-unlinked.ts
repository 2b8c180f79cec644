import "server-only";
import type { Tx } from "@/db/client";
import type { OrganizationId } from "@/lib/domain/ids";
import { pageLink } from "@/lib/operations/links";
import { giveNotice } from "@/lib/operations/mail/internal/tell";
import type { ownOwners } from "@/lib/operations/organization/internal/own-owners";

type Unlinked = { organizationId: OrganizationId; organizationName: string; providerName: string };

/** Tells owners that their organization has no provider any more. */
export async function tellUnlinked(
  tx: Tx,
  { organizationId, ...names }: Unlinked,
  owners: Awaited<ReturnType<typeof ownOwners>>,
  now: Date,
): Promise<void> {
  const link = pageLink(`/organizations/${organizationId}/settings`);
  const mail = { kind: "client.unlinked", link, ...names } as const;
  await giveNotice(
    tx,
    owners.map((to) => ({ to, mail })),
    now,
  );
}
