import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readAddresses, TypedAddresses } from "@/lib/domain/addresses";
import { InviteProviderMembers, NewClient, ProviderDetails } from "./inputs";

test("addresses are separated by commas, semicolons, spaces and lines, and judged one by one", () => {
  const typed = "brett@provider.example, Betty@Provider.example;\nnot-an-address  betty@provider.example";
  expect(readAddresses(typed)).toEqual([
    { typed: "brett@provider.example", email: "brett@provider.example", problem: null },
    { typed: "Betty@Provider.example", email: "betty@provider.example", problem: null },
    { typed: "not-an-address", email: "not-an-address", problem: "malformed" },
    { typed: "betty@provider.example", email: "betty@provider.example", problem: "twice" },
  ]);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@provider.example`);

test.each([
  ["", "no_addresses"],
  [many(21).join(" "), "too_many_addresses"],
  ["brett@provider.example nobody", "not_addresses"],
])("a text of %s is refused as %s", (emails, message) => {
  const parsed = TypedAddresses.safeParse(emails);
  expect(parsed.error?.issues).toMatchObject([{ path: [], message }]);
});

test("twenty addresses are taken; twenty-one, a malformed one or the same twice are told by their place", () => {
  const invite = (emails: string[]) =>
    InviteProviderMembers.safeParse({ providerId: randomUUID(), emails, role: "service_user" });
  expect(invite(many(20)).success).toBe(true);
  expect(invite(many(21)).error?.issues).toMatchObject([{ message: "too_many_addresses" }]);
  expect(invite(["brett@provider.example", "nobody"]).error?.issues).toMatchObject([
    { path: ["emails", 1], message: "invalid_email" },
  ]);
  expect(invite(["brett@provider.example", "BRETT@provider.example"]).error?.issues).toMatchObject([
    { path: ["emails", 1], message: "already_exists" },
  ]);
});

test("what is left empty at set-up is null, and a country is one of ISO 3166-1", () => {
  const details = { name: "  My   Provider ", businessName: "", billingEmail: "billing@provider.example" };
  expect(ProviderDetails.parse({ ...details, country: "lu" })).toMatchObject({
    name: "My Provider",
    businessName: null,
    country: "LU",
    city: null,
  });
  for (const country of ["Luxembourg", "XX"])
    expect(ProviderDetails.safeParse({ ...details, country }).success).toBe(false);
});

test.each([0, -1, 1e9, 1.5])("a new client of %d seats is refused", (seats) => {
  const client = { plan: "teams_monthly", name: "My Client", ownerEmail: "owner@client.example", seats };
  expect(NewClient.safeParse(client).error?.issues[0]?.path).toEqual(["seats"]);
});
