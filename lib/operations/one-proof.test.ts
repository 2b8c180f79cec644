import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { customPermissionsWith } from "@/lib/domain/organization/permissions";

const home = "lib/operations";
const operations = readdirSync(home, { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!\.test)\.ts$/.test(name))
  .map((name) => ({ path: join(home, name), text: readFileSync(join(home, name), "utf8") }));
const naming = (words: RegExp) =>
  operations.flatMap(({ path, text }) => (words.test(text) ? path : [])).sort();

test("whoever is signed in proves the master password in one way; log-ins, which know nobody yet, in another", () => {
  expect(naming(/\bverifyAuthentication\(/)).toEqual([
    "lib/operations/account/internal/password-hash.ts",
    "lib/operations/account/internal/proof.ts",
    "lib/operations/account/log-in.ts",
    "lib/operations/account/mail-log-in-code.ts",
  ]);
});

test("members with a permission are picked in one way, which knows custom roles", () => {
  expect(naming(/\borganizationRolesWith\(/)).toEqual([
    "lib/operations/organization/internal/members-who-may.ts",
    // Of a permission that no custom role has, in a statement about somebody else than its own rows.
    "lib/operations/rotation/internal/can-be-finished.ts",
  ]);
  expect(customPermissionsWith("rotate_key")).toEqual([]);
});
