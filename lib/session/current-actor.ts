import "server-only";
import { headers } from "next/headers";
import { getServerSession } from "next-auth/next";
import { cache } from "react";
import { database } from "@/db/index";
import type { Actor } from "@/lib/domain/actor";
import { SessionId, UserId } from "@/lib/domain/ids";
import { checkSession } from "@/lib/operations/account/check-session";
import { ask } from "@/lib/operations/query";
import { authOptions } from "@/lib/session/options";
import { deviceOf } from "@/lib/session/request";

/** What the cookie claims. It proves nothing until the session's row has been looked at. */
async function claim() {
  const session = await getServerSession(authOptions());
  const userId = UserId.safeParse(session?.userId);
  const sessionId = SessionId.safeParse(session?.sessionId);
  return userId.success && sessionId.success ? { userId: userId.data, sessionId: sessionId.data } : null;
}

/** Who makes this request: a person whose session is good at this moment, or nobody known. */
export const currentActor = cache(async (): Promise<Actor> => {
  const device = deviceOf(await headers());
  const anonymous: Actor = { kind: "anonymous", device };
  const claimed = await claim();
  if (!claimed) return anonymous;
  const isGood = await ask(database(), checkSession, anonymous, claimed);
  return isGood ? { kind: "user", ...claimed, device } : anonymous;
});
