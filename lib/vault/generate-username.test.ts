import { expect, test } from "vitest";
import { generateUsername, type UsernameWishes } from "@/lib/vault/generate-username";

const wishes: UsernameWishes = {
  kind: "word",
  capitalize: true,
  includeNumber: true,
  email: "olga.owner@client.example",
  domain: "client.example",
};

test("is a random word, with a capital and a number where they are wished for", async () => {
  expect(await generateUsername(wishes)).toMatch(/^[A-Z][a-z]+\d{4}$/);
  expect(await generateUsername({ ...wishes, capitalize: false, includeNumber: false })).toMatch(/^[a-z]+$/);
});

test("is an address of one's own mailbox, or any of a domain, each time another", async () => {
  const plus = () => generateUsername({ ...wishes, kind: "plus" });
  expect(await plus()).toMatch(/^olga\.owner\+[a-z2-9]{8}@client\.example$/);
  expect(await plus()).not.toBe(await plus());
  expect(await generateUsername({ ...wishes, kind: "catchAll" })).toMatch(/^[a-z2-9]{8}@client\.example$/);
});

test("is nothing where what it is made of is missing", async () => {
  expect(await generateUsername({ ...wishes, kind: "plus", email: "olga" })).toBe("");
  expect(await generateUsername({ ...wishes, kind: "catchAll", domain: " " })).toBe("");
});
