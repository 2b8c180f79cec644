import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { readCipher } from "@/lib/machine-api/bitwarden/wire/cipher-request";
import { aCaller, sealed } from "@/test/golden";

/** As the command line of 2026 sends a login. Protocol chapter 5.6. */
const sent = {
  ...{ type: 1, encryptedFor: aCaller, name: sealed("name"), notes: null, favorite: true, reprompt: 1 },
  lastKnownRevisionDate: "2026-01-31T09:15:00.123Z",
  key: sealed("key"),
  login: { response: null, uris: [], username: sealed("user"), password: null, totp: null },
  ...{ fields: [], passwordHistory: [], attachments: {}, attachments2: {} },
};

/** With each name begun with a capital, as some apps write them. */
const capitals = (value: unknown): unknown =>
  typeof value !== "object" || value === null
    ? value
    : Array.isArray(value)
      ? value.map(capitals)
      : Object.fromEntries(
          Object.entries(value).map(([name, each]) => [
            name.replace(/^./, (c) => c.toUpperCase()),
            capitals(each),
          ]),
        );

const issuesOf = (body: unknown) => {
  try {
    readCipher(body, aCaller);
  } catch (error) {
    if (error instanceof ZodError) return error.issues.map(({ path, message }) => [path.join("."), message]);
    throw error;
  }
};

describe("an item that an app sends", () => {
  test("is read in our words, whatever the case of its names", () => {
    const read = readCipher(sent, aCaller);
    expect(read).toEqual({
      sealed: {
        ...{ type: "login", key: sealed("key"), name: sealed("name"), notes: null },
        ...{ fields: [], passwordHistory: [] },
        data: { username: sealed("user"), password: null, totp: null, uris: [] },
      },
      organizationId: null,
      reprompt: "password",
      lastKnownRevisionDate: { about: new Date("2026-01-31T09:15:00.123Z") },
      attachments: [],
      marks: { isFavorite: true, folderId: null },
    });
    expect(readCipher(capitals(sent), aCaller)).toEqual(read);
    const folderId = "44444444-4444-4444-8444-44444444444A";
    expect(readCipher({ ...sent, FolderId: folderId, folderId: null }, aCaller).marks.folderId).toBeNull();
    expect(readCipher({ ...sent, FolderId: folderId }, aCaller).marks.folderId).toBe(folderId.toLowerCase());
  });

  test("keeps fields and former passwords, and what is sealed there under names we do not know", () => {
    const fields = [
      { type: 1, name: sealed("n"), value: sealed("v"), linkedId: null, later: sealed("later") },
    ];
    const passwordHistory = [{ password: sealed("old"), lastUsedDate: "2026-01-31T09:15:00.123Z" }];
    const read = readCipher({ ...sent, fields, passwordHistory }, aCaller);
    expect(read.sealed).toMatchObject({ fields, passwordHistory });
  });

  test("without a date, or with the first day of all, is compared with no version", () => {
    for (const lastKnownRevisionDate of [undefined, null, "0001-01-01T00:00:00"])
      expect(readCipher({ ...sent, lastKnownRevisionDate }, aCaller).lastKnownRevisionDate).toEqual({
        about: null,
      });
  });

  test("is in the archive, out of it, or leaves that open", () => {
    const marksOf = (more: object) => readCipher({ ...sent, ...more }, aCaller).marks;
    expect(marksOf({ archivedDate: "2026-01-31T09:15:00Z" })).toMatchObject({ isArchived: true });
    expect(marksOf({ archivedDate: null })).toMatchObject({ isArchived: false });
    expect(marksOf({})).not.toHaveProperty("isArchived");
  });

  test.each([
    ["a name in the clear", { name: "Bank" }, ["name", "not_sealed"]],
    ["no name", { name: undefined }, ["name", "not_sealed"]],
    ["no key of its own", { key: null }, ["key", "not_sealed"]],
    ["a password in the clear", { login: { password: "open" } }, ["data.password", "not_sealed"]],
    ["a text in the clear under a name we do not know", { login: { x: "open" } }, ["data.x", "not_sealed"]],
    ["a type that we have not", { type: 8 }, ["type", "invalid"]],
    [
      "somebody else's seal",
      { encryptedFor: "55555555-5555-4555-8555-555555555555" },
      ["encryptedFor", "invalid"],
    ],
    ["no date", { lastKnownRevisionDate: "yesterday" }, ["lastKnownRevisionDate", "invalid"]],
  ])("with %s is refused", (_, more, issue) => {
    expect(issuesOf({ ...sent, ...more })).toEqual([issue]);
  });

  test.each([null, 5, "text", [], [sent], { ...sent, login: [] }, { ...sent, fields: {} }, nested(100_000)])(
    "that is none is refused",
    (body) => {
      expect(issuesOf(body)).not.toHaveLength(0);
    },
  );
});

function nested(depth: number): unknown {
  let body: unknown = 1;
  for (let i = 0; i < depth; i += 1) body = { login: body };
  return body;
}
