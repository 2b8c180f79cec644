import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { countingLogger, countStatements } from "@/db/counting";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logIn } from "@/lib/operations/account/log-in";
import { prelogin } from "@/lib/operations/account/prelogin";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { openInMemory } from "@/test/database";
import { aPerson } from "@/test/people";

vi.mock("@/lib/env", async (load) => {
  const original = await load<typeof import("@/lib/env")>();
  return { ...original, environment: () => ({ ...original.environment(), signups: "open" }) };
});

let db: Database;
const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });
const unknown = "nobody@provider.example";
let known: string;

beforeAll(async () => {
  db = await openInMemory({ logger: countingLogger() });
  const passwordHash = await hashAuthentication(aHash());
  known = (await db.transaction((tx) => aPerson(tx, "Brett Warden", { passwordHash }))).email;
});

const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;

const failing = async (email: string) => {
  const proof = { email, authenticationHash: aHash(), deviceIdentifier: randomUUID() };
  await expect(execute(db, logIn, visitor, proof)).rejects.toThrow("wrong_credentials");
  await execute(db, recordFailedLogIn, visitor, { email, step: "password" });
};

test("a wrong log-in is the same work with and without an account", async () => {
  const figures = [known, unknown].map((email) => countStatements(() => failing(email)));
  const [withAccount, without] = await Promise.all(figures);
  expect(without?.statements).toBe(withAccount?.statements);
});

test("and so is asking how the master key is derived", async () => {
  const asking = (email: string) => countStatements(() => ask(db, prelogin, visitor, { email }));
  const [withAccount, without] = [await asking(known), await asking(unknown)];
  expect(without).toEqual(withAccount);
});

test("and so is asking for a link to make an account", async () => {
  const starting = (email: string) =>
    countStatements(() => execute(db, startRegistration, visitor, { email, locale: "en" }));
  const [withAccount, without] = [await starting(known), await starting(unknown)];
  expect(without).toEqual(withAccount);
});
