import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { users } from "@/db/schema/users";
import { anonymousActor } from "@/lib/domain/actor";
import { requestEmailVerification } from "@/lib/operations/account/request-email-verification";
import { verifyEmail } from "@/lib/operations/account/verify-email";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, tokenMailedTo } from "@/test/mails";
import { aPerson, type Person } from "@/test/people";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });

async function unverified(tx: Tx) {
  const brett = await aPerson(tx, "Brett Warden", { emailVerifiedAt: null });
  await execute(tx, requestEmailVerification, brett.actor, {});
  return { brett, token: await tokenMailedTo(tx, brett.email) };
}

async function isVerified(tx: Tx, { userId }: Person) {
  const [user] = await tx.select({ at: users.emailVerifiedAt }).from(users).where(eq(users.id, userId));
  return user?.at instanceof Date;
}

test("the mailed link proves the address once, and the log says so", async ({ tx }) => {
  const { brett, token } = await unverified(tx);
  expect(await isVerified(tx, brett)).toBe(false);

  await execute(tx, verifyEmail, brett.actor, { token });
  expect(await isVerified(tx, brett)).toBe(true);
  expect(await eventsOf(tx)).toMatchObject([{ type: "user.verified_email", userId: brett.userId }]);
  await expectRefused(tx, verifyEmail, brett.actor, { token }, "link_used");
});

test("another account cannot use the link, and is told both addresses", async ({ tx }) => {
  const { brett, token } = await unverified(tx);
  const betty = await aPerson(tx, "Betty Warden", { emailVerifiedAt: null });

  await expect(execute(tx, verifyEmail, betty.actor, { token })).rejects.toMatchObject({
    refusal: "email_does_not_match",
    values: { invited: brett.email, yours: betty.email },
  });
  await expectRefused(tx, verifyEmail, visitor, { token }, "not_signed_in");
  expect(await isVerified(tx, brett)).toBe(false);
  expect(await isVerified(tx, betty)).toBe(false);
});

test("a link that expired or was replaced proves nothing", async ({ tx }) => {
  const { brett, token } = await unverified(tx);
  await execute(tx, requestEmailVerification, brett.actor, {});
  await expectRefused(tx, verifyEmail, brett.actor, { token }, "link_replaced");

  const newer = await tokenMailedTo(tx, brett.email);
  await tx.update(oneTimeTokens).set({ expiresAt: new Date() });
  await expectRefused(tx, verifyEmail, brett.actor, { token: newer }, "link_expired");
  expect(await isVerified(tx, brett)).toBe(false);
});

test("who has proven the address gets no further mail, and nobody gets six in an hour", async ({ tx }) => {
  const betty = await aPerson(tx, "Betty Warden");
  await execute(tx, requestEmailVerification, betty.actor, {});
  expect(await mailsTo(tx, betty.email)).toEqual([]);

  const { brett } = await unverified(tx);
  for (let times = 0; times < 4; times++) await execute(tx, requestEmailVerification, brett.actor, {});
  await expectRefused(tx, requestEmailVerification, brett.actor, {}, "too_many_attempts");
});
