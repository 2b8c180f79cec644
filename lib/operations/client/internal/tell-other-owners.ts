import "server-only";
import type { Tx } from "@/db/client";
import { accountLabel } from "@/lib/domain/account/label";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { pageLink } from "@/lib/operations/links";
import { giveNotice } from "@/lib/operations/mail/internal/tell";
import { ownOwners } from "@/lib/operations/organization/internal/own-owners";

type Linked = { organizationId: OrganizationId; name: string; provider: string; by: UserId };

/** Tells the owners of an organization that one of them has put it under a provider. */
export async function tellOtherOwners(
  tx: Tx,
  { organizationId, name, provider, by }: Linked,
  now: Date,
): Promise<void> {
  const owners = await ownOwners(tx, organizationId);
  const linker = owners.find(({ userId }) => userId === by);
  const mail = {
    kind: "client.linked",
    link: pageLink(`/organizations/${organizationId}/settings`),
    organizationName: name,
    providerName: provider,
    who: linker ? accountLabel(linker) : "",
  } as const;
  const others = owners.filter(({ userId }) => userId !== by);
  await giveNotice(
    tx,
    others.map((to) => ({ to, mail })),
    now,
  );
}
