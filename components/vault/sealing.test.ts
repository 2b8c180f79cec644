import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Cancelled } from "@/components/forms/cancelled";
import { holdOrganizationKey, holdProviderKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";

test.each([
  ["a vault that locked meanwhile", new VaultError("locked"), { code: "vault_locked" }],
  ["a key that is another than the one known", new VaultError("key_differs"), { code: "key_differs" }],
])("%s is an answer", async (_what, error, failure) => {
  await expect(sealing(Promise.reject(error))).resolves.toEqual({ ok: false, failure });
});

const refused = { ok: false, failure: { code: "not_found" } } as const;

test.each([
  ["handed out", async () => refused, "not_found"],
  ["reached", () => Promise.reject(new TypeError("Failed to fetch")), "unreachable"],
])("a key of any owner that cannot be %s is an answer", async (_what, ask, code) => {
  const vault = makeKeyring();
  const holds: Promise<unknown>[] = [holdOrganizationKey(vault, "1", ask), holdProviderKey(vault, "1", ask)];
  for (const hold of holds) await expect(sealing(hold)).resolves.toEqual({ ok: false, failure: { code } });
});

test("one file has an owner's key held", () => {
  const holders = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .filter((path) =>
      /\bopen(Organization|Provider)Key\(vault/.test(readFileSync(`components/${path}`, "utf8")),
    );
  expect(holders).toEqual(["vault/hold-key.ts"]);
});

test("whoever does not go on stops the whole act, and one class says so", async () => {
  await expect(sealing(Promise.reject(new Cancelled()))).rejects.toBeInstanceOf(Cancelled);
  const files = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    // What browsers call it is known where they are asked to sign.
    .filter((path) => path !== "vault/passkey-device.ts")
    .filter((path) => /AbortError|isCancelled/.test(readFileSync(`components/${path}`, "utf8")));
  expect(files).toEqual([]);
});
