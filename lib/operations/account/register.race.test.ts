import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { users } from "@/db/schema/users";
import { anonymousActor } from "@/lib/domain/actor";
import { defaultKdf } from "@/lib/domain/kdf";
import { register } from "@/lib/operations/account/register";
import { execute } from "@/lib/operations/command";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { publicKey, sealedText } from "@/test/people";
import { race } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

let networks = 0;

/** Somebody from a network of their own, as one network registers only so often. */
const aVisitor = () => {
  networks += 1;
  return anonymousActor({ type: "firefox_browser", ip: `203.0.${networks >> 8}.${networks & 255}` });
};

const form = (token: string, email: string) => ({
  token,
  email,
  name: "Brett Warden",
  locale: "en" as const,
  kdf: defaultKdf,
  authenticationHash: randomBytes(32).toString("base64"),
  userKeyForAccount: sealedText(5),
  publicKey: publicKey(),
  privateKeyForAccount: sealedText(77),
});

test("of ten people with the first link, one becomes the administrator and nobody else gets in", async () => {
  for (let round = 0; round < 10; round++) {
    await db.delete(users);
    const token = await db.transaction((tx) => issueToken(tx, { purpose: "instance_set_up" }, new Date()));
    const people = Array.from({ length: 10 }, (_, person) => `person.${person}@provider.example`);
    const outcomes = await race(
      people.map((email) => () => execute(db, register, aVisitor(), form(token, email))),
    );
    expect(outcomes).toEqual(["done", ...Array(9).fill("link_used")]);
    expect(await db.$count(users)).toBe(1);
  }
});

test("one address registered ten times at once has one account", async () => {
  for (let round = 0; round < 10; round++) {
    const email = `billy.${round}@provider.example`;
    const token = await db.transaction((tx) =>
      issueToken(tx, { purpose: "registration", email }, new Date()),
    );
    const outcomes = await race(
      Array.from({ length: 10 }, () => () => execute(db, register, aVisitor(), form(token, email))),
    );
    expect(outcomes).toEqual(["done", ...Array(9).fill("link_used")]);
  }
});
