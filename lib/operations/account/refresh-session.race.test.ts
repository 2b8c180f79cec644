import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { sessions } from "@/db/schema/sessions";
import { anonymousActor } from "@/lib/domain/actor";
import { makeRefreshToken } from "@/lib/operations/account/internal/refresh-token";
import { refreshSession } from "@/lib/operations/account/refresh-session";
import { execute } from "@/lib/operations/command";
import { openTestPostgres } from "@/test/database";
import { aPerson } from "@/test/people";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const app = anonymousActor({ type: "chrome_extension", ip: "203.0.113.7" }, "api");

test("an app that asks eight times at once gets one token, and stays logged in", async () => {
  const { actor } = await db.transaction((tx) => aPerson(tx, "Brett Warden"));
  const ofSession = eq(sessions.id, actor.sessionId);
  const first = makeRefreshToken(actor.sessionId);
  await db.update(sessions).set({ refreshHash: first.hash }).where(ofSession);
  let { token } = first;
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => execute(db, refreshSession, app, { token })),
    );
    const given = new Set(answers.map((answer) => answer?.refreshToken));
    expect(given.size).toBe(1);
    token = [...given][0] ?? "";
  }
  const [session] = await db.select().from(sessions).where(ofSession);
  expect(session?.endedAt).toBeNull();
});
