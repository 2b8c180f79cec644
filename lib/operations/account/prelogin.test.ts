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

test("an address without an account is answered as new accounts are, while there is no account", async ({
  tx,
}) => {
  for (const name of ["nobody", "no.one", "niemand"])
    expect(await ask(tx, prelogin, visitor, asked(`${name}@provider.example`))).toEqual(defaultKdf);
});

test("settings are as frequent among addresses without an account as among accounts", async ({ tx }) => {
  const other = {
    kdfType: "pbkdf2_sha256",
    kdfIterations: 700_000,
    kdfMemory: null,
    kdfParallelism: null,
  } as const;
  for (let i = 0; i < 200; i++)
    await aPerson(tx, "Brett Warden", { email: `brett${i}@provider.example`, ...(i % 4 === 0 ? other : {}) });
  let others = 0;
  for (let i = 0; i < 200; i++) {
    const email = `nobody${i}@provider.example`;
    const from = anonymousActor({ type: "firefox_browser", ip: `203.0.113.${i}` });
    const answer = await ask(tx, prelogin, from, asked(email));
    expect(await ask(tx, prelogin, from, asked(email))).toEqual(answer);
    if (answer.type === "pbkdf2_sha256") others++;
  }
  expect(others).toBeGreaterThan(200 / 4 / 3);
  expect(others).toBeLessThan((200 / 4) * 2);
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
