import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** Where the account is logged in, the latest first. */
export const listSessions = defineQuery({
  name: "account.list_sessions",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor, now }) {
    const open = await tx
      .select({
        id: sessions.id,
        deviceType: devices.type,
        ip: sessions.ip,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(devices, eq(devices.id, sessions.deviceId))
      .where(
        and(
          eq(sessions.userId, personOf(actor)),
          eq(sessions.securityStamp, users.securityStamp),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, now),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
      .limit(200);
    return open.map((session) => {
      const current = actor.sessionId === session.id;
      // The session that asks is in use at this moment, whenever that is written down.
      return { ...session, current, lastSeenAt: current ? now : session.lastSeenAt };
    });
  },
});
