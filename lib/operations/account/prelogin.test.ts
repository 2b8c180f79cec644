import { expect } from "vitest";
import { test } from "@/db/testing";
import { aPerson } from "@/db/testing-people";
import type { AnonymousActor } from "@/lib/domain/actor";
import { prelogin } from "@/lib/operations/account/prelogin";
import { ask } from "@/lib/operations/query";

const visitor: AnonymousActor = { kind: "anonymous", device: { type: "firefox_browser", ip: null } };
const asked = (email: string) => ({ email });

test("an account's own settings are answered", async ({ tx }) => {
  const { email } = await aPerson(tx, "Brett Warden", {
    kdfType: "pbkdf2_sha256",
    kdfIterations: 700_000,
    kdfMemory: null,
    kdfParallelism: null,
  });
  expect(await ask(tx, prelogin, visitor, asked(email))).toEqual({
    type: "pbkdf2_sha256",
    iterations: 700_000,
  });
});

test("an address without an account gets the same plausible answer each time", async ({ tx }) => {
  const answers = new Set<string>();
  for (let person = 0; person < 40; person++) {
    const email = `nobody.${person}@provider.example`;
    const answer = await ask(tx, prelogin, visitor, asked(email));
    expect(await ask(tx, prelogin, visitor, asked(email))).toEqual(answer);
    answers.add(answer.type);
  }
  expect([...answers].sort()).toEqual(["argon2id", "pbkdf2_sha256"]);
});

test("asking without end is stopped", async ({ tx }) => {
  const email = "nobody@provider.example";
  for (let times = 0; times < 60; times++) await ask(tx, prelogin, visitor, asked(email));
  await expect(ask(tx, prelogin, visitor, asked(email))).rejects.toMatchObject({
    refusal: "too_many_attempts",
  });
});
