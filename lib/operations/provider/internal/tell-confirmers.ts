import "server-only";
import type { Tx } from "@/db/client";
import type { ProviderId } from "@/lib/domain/ids";
import { pageLink } from "@/lib/operations/links";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { confirmersInProvider } from "@/lib/operations/provider/internal/who-confirms";

type Accepted = {
  providerId: ProviderId;
  providerName: string;
  /** An address: anybody can take any name. */
  who: string;
};

/** Tells the provider's admins that somebody has accepted, and waits to be confirmed. */
export async function tellConfirmers(tx: Tx, { providerId, providerName, who }: Accepted, now: Date) {
  const link = pageLink(`/providers/${providerId}/members`);
  const mail = { kind: "provider.accepted", link, providerName, who } as const;
  const admins = await confirmersInProvider(tx, providerId);
  await tellAll(
    tx,
    admins.map((to) => ({ to, mail })),
    now,
  );
}
