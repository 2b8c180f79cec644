import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { SessionId, UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { isGoodSession } from "@/lib/operations/good-session";
import { defineQuery } from "@/lib/operations/query";

/**
 * Whether the session that a cookie claims is good at this moment, and whose it is, with what every page
 * shows of them. One statement. Null when it ended, expired, is older than a
 * provider of theirs allows, or the account's stamp has changed since.
 */
export const checkSession = defineQuery({
  name: "account.check_session",
  input: z.object({ userId: UserId, sessionId: SessionId }),
  access: everyone("it is how a person becomes known; the claim comes from the encrypted cookie"),
  async read({ tx, input: { userId, sessionId }, now }) {
    const [person] = await tx
      .select({
        name: users.name,
        email: users.email,
        emailVerifiedAt: users.emailVerifiedAt,
        locale: users.locale,
        instanceRole: users.instanceRole,
        mustChangePassword: users.mustChangePassword,
        lastSeenAt: sessions.lastSeenAt,
        /** Whether somebody has asked to recover this account. It may have come to its end: who shows it asks for more. */
        isRecoveryAsked: sql<boolean>`exists (select from ${organizationMembers} as place
          join ${accountRecoveries} as asked on asked.organization_id = place.organization_id and asked.member_id = place.id
          where place.user_id = ${users.id})`,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isGoodSession(now)));
    return person ?? null;
  },
});
