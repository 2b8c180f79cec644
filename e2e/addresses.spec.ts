import { randomUUID } from "node:crypto";
import { addressOf, pagesOfApp } from "./pages";
import { expect, type Person, test } from "./people";
import { openProvider } from "./prepare";

/** The names that pages read, and one that none does. */
const names = ["search", "sort", "direction", "status", "cursor", "name", "for", "next", "page"];

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
const id = randomUUID();

/** As they stand in an address: what no database takes, places of other lists, numbers of no column. */
const values = [
  "%00",
  "a%00b",
  "%E0%A4%A",
  "%ED%A0%80",
  "%",
  "'%22%3C%5C",
  "2147483648",
  "-1",
  "1e309",
  "constructor",
  "x".repeat(3000),
  cursor([2 ** 31, id]),
  cursor(["clients by name, ascending", ["a\0b", id]]),
  cursor(["clients by used, ascending", [2 ** 53, id]]),
  cursor(["clients by used, ascending", ["not a number", id]]),
  cursor(["provider members by name, ascending", ["\0", id]]),
  cursor(["organization members by name, ascending", ["\0", id]]),
  cursor(["providers by age, descending", ["0000-01-01T00:00:00Z", id]]),
  cursor(["collections by age, ascending", ["0000-01-01T00:00:00Z", id]]),
];

const queryOf = (asked: string[], value: string) => asked.map((name) => `${name}=${value}`).join("&");

/** A page that reads its address is asked for everything odd in each of four ways, another page for little. */
const queriesOf = (readsQuery: boolean) =>
  readsQuery
    ? values.flatMap((value) => [
        queryOf(names, value),
        queryOf([...names, ...names], value),
        queryOf(["search", "name"], value),
        `sort=used&${queryOf(["cursor"], value)}`,
      ])
    : values.slice(0, 3).map((value) => queryOf(names, value));

const atOnce = 4;

/**
 * What React leaves in a page whose part has failed. Next's own signs begin with its name, and a part that is for the
 * browser alone, like a chart, leaves an empty one.
 */
const failed = /data-dgst="(?!NEXT_|BAILOUT_|")|\\?"digest\\?":\\?"(?!NEXT_|BAILOUT_|\$)/;

async function expectNoFailure({ page }: Person, address: string) {
  const response = await page.request.get(address, { maxRedirects: 0 });
  expect(response.status(), address).toBeLessThan(500);
  expect(failed.exec(await response.text())?.[0], address).toBeUndefined();
}

test("whatever is written into an address, no page fails", { tag: "@long" }, async ({ as }) => {
  test.setTimeout(900_000);
  const brett = await as({ name: "Brett Address", email: "brett@addresses.example" });
  const admin = await openProvider(as, brett, "Address Provider");
  const providerId = /providers\/([^/]+)/.exec(brett.page.url())?.[1] ?? "";
  const ids = { providerId };

  for (const { route, readsQuery } of pagesOfApp)
    await test.step(route, async () => {
      const person = route.startsWith("/admin") ? admin : brett;
      const addresses = queriesOf(readsQuery).map((query) => `${addressOf(route, ids)}?${query}`);
      for (let first = 0; first < addresses.length; first += atOnce)
        await Promise.all(
          addresses.slice(first, first + atOnce).map((address) => expectNoFailure(person, address)),
        );
    });
});
