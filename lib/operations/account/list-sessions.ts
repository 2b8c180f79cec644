import "server-only";
import { and, desc, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { isGoodSession } from "@/lib/operations/good-session";
import { defineQuery } from "@/lib/operations/query";

/**
 * Where the account is logged in, the latest first, and the devices that are remembered without being logged in:
 * their `id` is null.
 */
export const listSessions = defineQuery({
  name: "account.list_sessions",
  worksWithTemporaryPassword: true,
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor, now }) {
    const listed = await tx
      .select({
        id: sessions.id,
        deviceId: devices.id,
        deviceName: devices.name,
        deviceType: devices.type,
        isRemembered: sql<boolean>`coalesce(${gt(devices.rememberedUntil, now)}, false)`,
        ip: sessions.ip,
        createdAt: sessions.createdAt,
        lastSeenAt: sql`coalesce(${sessions.lastSeenAt}, ${devices.lastSeenAt})`.mapWith(sessions.lastSeenAt),
      })
      .from(devices)
      .innerJoin(users, eq(users.id, devices.userId))
      .leftJoin(
        sessions,
        and(eq(sessions.userId, devices.userId), eq(sessions.deviceId, devices.id), isGoodSession(now)),
      )
      .where(
        and(
          eq(devices.userId, personOf(actor)),
          or(isNotNull(sessions.id), gt(devices.rememberedUntil, now)),
        ),
      )
      .orderBy(desc(sql`coalesce(${sessions.lastSeenAt}, ${devices.lastSeenAt})`), desc(sessions.id))
      .limit(200);
    return listed.map((session) => {
      const current = session.id !== null && actor.sessionId === session.id;
      // The session that asks is in use at this moment, whenever that is written down.
      return { ...session, current, lastSeenAt: current ? now : session.lastSeenAt };
    });
  },
});

export type ListedSession = Awaited<ReturnType<typeof listSessions.read>>[number];
