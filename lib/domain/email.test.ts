import { expect, test } from "vitest";
import { Email } from "./email";

test.each([
  ["Brett.Warden@Provider.Example ", "brett.warden@provider.example"],
  ["o'neil+tag@sub.provider.example", "o'neil+tag@sub.provider.example"],
  ["a|b=c@mail.email", "a|b=c@mail.email"],
  ["_under.score_@sub.sub.client.example", "_under.score_@sub.sub.client.example"],
  ["user@xn--bcher-kva.example", "user@xn--bcher-kva.example"],
  ["user@xn--e1afmkfd.xn--p1ai", "user@xn--e1afmkfd.xn--p1ai"],
  ["user@Bücher.example", "user@xn--bcher-kva.example"],
  ["user@bu\u0308cher.example", "user@xn--bcher-kva.example"],
  ["user@пример.рф", "user@xn--e1afmkfd.xn--p1ai"],
  ["user@straße.example", "user@xn--strae-oqa.example"],
])("%j is taken as %s", (typed, stored) => {
  expect(Email.parse(typed)).toBe(stored);
});

test.each([
  ["", "required"],
  ["brett", "invalid_email"],
  ["brett@provider", "invalid_email"],
  ["brett@@provider.example", "invalid_email"],
  ["brett＠provider.example", "invalid_email"],
  ['"brett@elsewhere"@provider.example', "invalid_email"],
  ["brett@provider.example, betty@provider.example", "invalid_email"],
  ["brett@[203.0.113.7]", "invalid_email"],
  [".brett@provider.example", "invalid_email"],
  ["müller@client.example", "invalid_email"],
  ["brett@ｐrovider.example", "invalid_email"],
  ["brett@provider。example", "invalid_email"],
  ["brett@xn--a.example", "invalid_email"],
  ["brett@xn--.example", "invalid_email"],
  ["brett@bücher.1", "invalid_email"],
  [`brett@${"ü".repeat(70)}.example`, "invalid_email"],
  [`${"b".repeat(250)}@provider.example`, "too_long"],
])("%j is refused as %s", (typed, message) => {
  expect(Email.safeParse(typed).error?.issues[0]?.message).toBe(message);
});
