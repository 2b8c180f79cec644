import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { allow, refuse } from "@/lib/domain/decision";
import { everyone } from "@/lib/operations/access";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand, execute, together } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { askerOf } from "@/lib/operations/limits";
import { account } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { test } from "@/test/database";
import { aPerson } from "@/test/people";

const input = z.object({ name: z.string().max(10) });
const access = everyone("a test");

const rename = defineCommand({
  name: "test.rename",
  input,
  access,
  async run({ tx, actor, input: { name } }) {
    const userId = personOf(actor);
    await tx.update(users).set({ name }).where(eq(users.id, userId));
    return done({ name }, { type: "user.updated_profile", userId });
  },
});

test("a command changes and records in one go", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await execute(tx, rename, brett.actor, { name: "Bo" });

  const [event] = await tx.select().from(events).orderBy(events.sequence);
  expect(event).toMatchObject({
    type: "user.updated_profile",
    actorId: brett.userId,
    sessionId: brett.actor.sessionId,
    deviceType: "firefox_browser",
    ip: "203.0.113.7",
    actorKind: "person",
    way: "page",
  });
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(1);
});

test("input is parsed before anything else", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await expect(execute(tx, rename, brett.actor, { name: "much too long" })).rejects.toBeInstanceOf(
    z.ZodError,
  );
  expect(await tx.$count(events)).toBe(0);
});

test("a refusal undoes what the command had done, and is not in the log", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const halfDone = defineCommand({
    ...rename,
    async run(context) {
      await rename.run(context);
      throw new Refused("seats_below_used", { used: 9 });
    },
  });
  await expect(execute(tx, halfDone, brett.actor, { name: "Bo" })).rejects.toMatchObject({
    refusal: "seats_below_used",
    values: { used: 9 },
  });
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(0);
  expect(await tx.$count(events)).toBe(0);
});

test("a change that cannot be recorded does not happen", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const unrecordable = defineCommand({
    ...rename,
    async run(context) {
      await rename.run(context);
      // Not a UUID: the database refuses the event.
      return done(null, { type: "user.updated_profile", userId: "nobody" as typeof brett.userId });
    },
  });
  await expect(execute(tx, unrecordable, brett.actor, { name: "Bo" })).rejects.toThrow();
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(0);
});

test("whoever may not, does not: a hidden thing answers as one that is not there", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const closed = (refusal: "not_found" | "not_signed_in") =>
    defineCommand({ ...rename, access: { ...access, rule: () => refuse(refusal) } });

  await expect(execute(tx, closed("not_found"), brett.actor, { name: "Bo" })).rejects.toBeInstanceOf(
    NotFound,
  );
  await expect(execute(tx, closed("not_signed_in"), brett.actor, { name: "Bo" })).rejects.toMatchObject({
    refusal: "not_signed_in",
  });
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(0);
});

test("a throttle counts who asks, whether or not it succeeds", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const limited = defineCommand({
    ...rename,
    throttle: ({ actor }) => [{ what: "test", by: askerOf(actor), points: 2, seconds: 60 }],
    run: async () => {
      throw new Refused("wrong_credentials");
    },
  });
  const attempt = () => execute(tx, limited, brett.actor, { name: "Bo" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "wrong_credentials" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "wrong_credentials" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "too_many_attempts", values: { minutes: 1 } });
});

test("a quota counts only what the rule allowed, and stays counted when the act fails", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const about = (allowed: boolean, succeeds: boolean) =>
    defineCommand({
      ...rename,
      access: { ...access, rule: () => (allowed ? allow : refuse("not_found")) },
      quota: () => [{ what: "test", about: "somebody else", points: 2, seconds: 60 }],
      async run(context) {
        const outcome = await rename.run(context);
        if (!succeeds) throw new Refused("seats_below_used");
        return outcome;
      },
    });
  const attempt = (allowed: boolean, succeeds: boolean) =>
    execute(tx, about(allowed, succeeds), brett.actor, { name: "Bo" });
  for (let times = 0; times < 5; times++) await expect(attempt(false, true)).rejects.toThrow("not_found");
  await expect(attempt(true, false)).rejects.toThrow("seats_below_used");
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(0);
  await attempt(true, true);
  await expect(attempt(true, true)).rejects.toThrow("too_many_attempts");
});

test("guesses are counted when they are wrong, and a right one is free", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const guess = defineCommand({
    ...rename,
    guesses: {
      wrong: "wrong_credentials",
      limits: () => [{ what: "test", about: "a secret", points: 2, seconds: 60 }],
    },
    async run(context) {
      if (context.input.name === "busy") throw new Refused("busy");
      if (context.input.name !== "right") throw new Refused("wrong_credentials");
      return rename.run(context);
    },
  });
  const attempt = (name: string) => execute(tx, guess, brett.actor, { name });
  for (let times = 0; times < 5; times++) await attempt("right");
  for (let times = 0; times < 5; times++) await expect(attempt("busy")).rejects.toThrow("busy");
  for (let times = 0; times < 2; times++) await expect(attempt("wrong")).rejects.toThrow("wrong_credentials");
  await expect(attempt("right")).rejects.toThrow("too_many_attempts");
});

test("who logged out meanwhile does nothing", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await tx.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.id, brett.actor.sessionId));
  await expect(execute(tx, rename, brett.actor, { name: "Bo" })).rejects.toThrow("not_signed_in");
  expect(await tx.$count(users, eq(users.name, "Bo"))).toBe(0);
});

test("a standing is given what its access names, and nothing else of the input", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const seen: unknown[] = [];
  const looking = defineCommand({
    ...rename,
    input: z.object({ name: z.string(), more: z.string() }),
    access: {
      name: "looking",
      of: ["name"],
      standing: async (_look: unknown, target: unknown) => {
        seen.push(target);
        return null;
      },
      rule: () => allow,
    },
  });
  await execute(tx, looking, brett.actor, { name: "Bo", more: "hidden" });
  expect(seen).toEqual([{ name: "Bo" }]);
});

test("several commands are one act: all of them, or none", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const bothOr = (second: string) =>
    together(tx, brett.actor, async (run) => {
      await run(rename, { name: "first" });
      return run(rename, { name: second });
    });
  await expect(bothOr("much too long")).rejects.toBeInstanceOf(z.ZodError);
  expect(await tx.$count(users, eq(users.name, "first"))).toBe(0);
  await bothOr("second");
  const written = await tx.select({ at: events.at }).from(events).orderBy(events.sequence);
  expect(new Set(written.map(({ at }) => Number(at))).size).toBe(1);
  expect(written).toHaveLength(2);
});

test("an act that turns out to rest on a lock begins anew, and has it among the first", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  let tries = 0;
  const restsOnAccount = defineCommand({
    ...rename,
    async run(context) {
      tries += 1;
      context.mustHold(account(personOf(context.actor)));
      return rename.run(context);
    },
    locks: () => [],
  });
  await execute(tx, restsOnAccount, brett.actor, { name: "Bo" });
  expect(tries).toBe(2);
  expect(await tx.$count(events)).toBe(1);
});
