import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { test } from "@/db/testing";
import { aPerson } from "@/db/testing-people";
import { refuse } from "@/lib/domain/decision";
import { everyone } from "@/lib/operations/access";
import { defineCommand, execute } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";

const input = z.object({ name: z.string().max(10) });
const access = everyone("a test");

const rename = defineCommand({
  name: "test.rename",
  input,
  access,
  async run({ tx, actor, input: { name } }) {
    if (actor.kind === "user") await tx.update(users).set({ name }).where(eq(users.id, actor.userId));
    return done({ name }, { type: "user.updated_profile", details: { name } });
  },
});

test("a command changes and records in one go", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await execute(tx, rename, brett.actor, { name: "Bo" });

  const [event] = await tx.select().from(events);
  expect(event).toMatchObject({
    type: "user.updated_profile",
    actorId: brett.userId,
    sessionId: brett.actor.sessionId,
    deviceType: "firefox_browser",
    ip: "203.0.113.7",
    details: { name: "Bo" },
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

test("attempts are counted whether or not they succeed", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const limited = defineCommand({
    ...rename,
    limits: () => [{ what: "test", whom: brett.email, points: 2, seconds: 60 }],
    run: async () => {
      throw new Refused("wrong_credentials");
    },
  });
  const attempt = () => execute(tx, limited, brett.actor, { name: "Bo" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "wrong_credentials" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "wrong_credentials" });
  await expect(attempt()).rejects.toMatchObject({ refusal: "too_many_attempts", values: { minutes: 1 } });
});
