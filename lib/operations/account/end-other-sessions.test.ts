import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { sessions } from "@/db/schema/sessions";
import { anonymousActor } from "@/lib/domain/actor";
import { SessionId } from "@/lib/domain/ids";
import { checkSession } from "@/lib/operations/account/check-session";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aPerson } from "@/test/people";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });

test("a log-in that was under way while its account logged out everywhere is over too", async ({ tx }) => {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  const [mine] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  if (!mine) throw new Error("the person has a session");

  await execute(tx, endOtherSessions, actor, {});
  const late = SessionId.parse(randomUUID());
  await tx.insert(sessions).values({ ...mine, id: late });

  expect(await ask(tx, checkSession, visitor, { userId, sessionId: late })).toBeNull();
  expect(await ask(tx, checkSession, visitor, { userId, sessionId: actor.sessionId })).not.toBeNull();
});

test("logging out everywhere is recorded, and is for people who are signed in", async ({ tx }) => {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  await expectRefused(tx, endOtherSessions, visitor, {}, "not_signed_in");
  await execute(tx, endOtherSessions, actor, {});
  expect(await eventsOf(tx)).toMatchObject([{ type: "user.ended_sessions", userId, details: { count: 0 } }]);
});

test("a session ends once, and one that never was ends not at all", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  const { sessionId } = actor;
  await expectRefused(tx, endSession, actor, { sessionId: randomUUID() }, "not_found");
  await execute(tx, endSession, actor, { sessionId });
  await expectRefused(tx, endSession, actor, { sessionId }, "not_signed_in");
});
