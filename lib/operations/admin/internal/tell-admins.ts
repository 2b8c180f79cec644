import "server-only";
import { and, eq, inArray, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import type { Mail } from "@/lib/mail/mails";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { confirmedAmong } from "@/lib/operations/people/internal/members";

/** Mails all confirmed admins of a provider the same. */
export async function tellAdmins(tx: Tx, providerId: ProviderId, mail: Mail, now: Date): Promise<void> {
  const admins = await confirmedAmong(tx, {
    of: providerMembers,
    which: and(
      eq(providerMembers.providerId, providerId),
      inArray(providerMembers.role, providerRolesWith("read_settings")),
      not(hasAccessEnded),
    ),
  });
  await tellAll(
    tx,
    admins.map((to) => ({ to, mail })),
    now,
  );
}
