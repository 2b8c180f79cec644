import "server-only";
import { headers } from "next/headers";
import { getServerSession } from "next-auth/next";
import { cache } from "react";
import { database } from "@/db/index";
import { namingOutages } from "@/lib/answer/outage";
import { type Actor, anonymousActor, personActor } from "@/lib/domain/actor";
import { SessionId, UserId } from "@/lib/domain/ids";
import { checkSession } from "@/lib/operations/account/check-session";
import { staleAfterMinutes, touchSession } from "@/lib/operations/account/touch-session";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { authOptions } from "@/lib/session/options";
import { readingOfThisRequest } from "@/lib/session/reading";
import { deviceOf } from "@/lib/session/request";

/** What the cookie claims. It proves nothing until the session's row has been looked at. */
async function claim() {
  const session = await getServerSession(authOptions());
  const userId = UserId.safeParse(session?.userId);
  const sessionId = SessionId.safeParse(session?.sessionId);
  return userId.success && sessionId.success ? { userId: userId.data, sessionId: sessionId.data } : null;
}

/** One look at the session's row a request, for whoever asks. */
const identify = cache(() => namingOutages(lookUp()));

async function lookUp() {
  const device = deviceOf(await headers());
  const anonymous = anonymousActor(device);
  const claimed = await claim();
  const person = claimed && (await ask(readingOfThisRequest(), checkSession, anonymous, claimed));
  if (!claimed || !person) return { actor: anonymous, person: null };

  const actor = personActor({ ...claimed, device, hasTemporaryPassword: person.mustChangePassword });
  const unseenFor = Date.now() - Number(person.lastSeenAt);
  if (unseenFor > staleAfterMinutes * 60_000) await execute(database(), touchSession, actor, {});
  return { actor, person: { userId: claimed.userId, ...person } };
}

/** Who makes this request: a person whose session is good at this moment, or nobody known. */
export const currentActor = async (): Promise<Actor> => (await identify()).actor;

/** The signed-in person, with what every page shows of them. No statement of its own. */
export const currentPerson = async () => (await identify()).person;
