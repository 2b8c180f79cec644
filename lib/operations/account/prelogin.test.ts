import { expect } from "vitest";
import { anonymousActor } from "@/lib/domain/actor";
import { defaultKdf } from "@/lib/domain/kdf";
import { prelogin } from "@/lib/operations/account/prelogin";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aPerson } from "@/test/people";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });
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

test("an address without an account is answered with what new accounts get", async ({ tx }) => {
  for (const name of ["nobody", "no.one", "niemand"])
    expect(await ask(tx, prelogin, visitor, asked(`${name}@provider.example`))).toEqual(defaultKdf);
});

test("asking without end is stopped for who asks, and not for the owner of the address", async ({ tx }) => {
  const email = "nobody@provider.example";
  const from = (ip: string) => anonymousActor({ type: "firefox_browser", ip });
  for (let times = 0; times < 300; times++) await ask(tx, prelogin, from("203.0.113.7"), asked(email));
  await expect(ask(tx, prelogin, from("203.0.113.7"), asked(email))).rejects.toMatchObject({
    refusal: "too_many_attempts",
  });
  await ask(tx, prelogin, from("203.0.113.8"), asked(email));
});
