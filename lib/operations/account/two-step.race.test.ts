import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, expect, test } from "vitest";
import { authenticators } from "@/db/schema/authenticators";
import { rateLimits } from "@/db/schema/rate-limits";
import { sessions } from "@/db/schema/sessions";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logIn } from "@/lib/operations/account/log-in";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { execute } from "@/lib/operations/command";
import { openTestPostgres } from "@/test/database";
import { aPerson } from "@/test/people";
import { race } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });

test("of one code in eight log-ins at once, one is taken; a recovery code likewise", async () => {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const brett = await db.transaction((tx) => aPerson(tx, "Brett Warden", { passwordHash }));
  await db.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, brett.userId));
  const { secret } = await execute(db, startAuthenticator, brett.actor, {});
  const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { recoveryCodes } = await execute(db, confirmAuthenticator, brett.actor, { code: codeNow() });
  const proof = { email: brett.email, authenticationHash };

  for (let round = 0; round < 5; round++) {
    await db.delete(rateLimits);
    await db.update(authenticators).set({ lastStep: 0 });
    for (const code of [codeNow(), recoveryCodes[round] ?? ""]) {
      const outcomes = await race(
        Array.from(
          { length: 8 },
          () => () => execute(db, logIn, visitor, { ...proof, deviceIdentifier: randomUUID(), code }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      await db.delete(rateLimits);
    }
  }
});
