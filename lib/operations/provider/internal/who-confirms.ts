import "server-only";
import { and, eq, inArray, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { confirmedAmong } from "@/lib/operations/people/internal/members";

/** Everyone who can confirm a member of the provider. */
export const confirmersInProvider = (tx: Tx, providerId: ProviderId) =>
  confirmedAmong(tx, {
    of: providerMembers,
    which: and(
      eq(providerMembers.providerId, providerId),
      inArray(providerMembers.role, providerRolesWith("confirm_staff")),
      not(hasAccessEnded),
    ),
  });
