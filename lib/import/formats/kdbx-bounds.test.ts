import { gzipSync } from "fflate";
import * as kdbxweb from "kdbxweb";
import { describe, expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { expectBearable } from "@/lib/import/costs";
import { expectUnpackable } from "@/lib/import/formats/kdbx-bounds";
import { readFile } from "@/lib/import/read-file";

const password = "correct horse battery staple";

async function aDatabase(version: 3 | 4, notes: string, kdf: string = kdbxweb.Consts.KdfId.Aes) {
  const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(password));
  const database = kdbxweb.Kdbx.create(credentials, "Ours");
  if (version === 3) database.setVersion(3);
  else database.setKdf(kdf);
  const { kdfParameters } = database.header;
  if (version === 3) database.header.keyEncryptionRounds = 10;
  else if (kdf === kdbxweb.Consts.KdfId.Aes)
    kdfParameters?.set("R", kdbxweb.VarDictionary.ValueType.UInt64, kdbxweb.Int64.from(10));
  const entry = database.createEntry(database.getDefaultGroup());
  entry.fields.set("Title", "Router").set("Notes", notes);
  return new Uint8Array(await database.save());
}

/** Sets a number of the header, which the library would first compute with. */
function withNumber(bytes: Uint8Array, before: Uint8Array, value: bigint | number): Uint8Array {
  const at = bytes.findIndex((_, from) => before.every((byte, i) => bytes[from + i] === byte));
  if (at < 0) throw new Error("no such number");
  const changed = bytes.slice();
  const view = new DataView(changed.buffer, at + before.length);
  if (typeof value === "bigint") view.setBigUint64(0, value, true);
  else view.setUint32(0, value, true);
  return changed;
}

/** An entry of KDBX 4's dictionary: its kind, its name, and how long its value is. */
const named = (kind: number, name: string, size: number) =>
  Uint8Array.of(kind, 1, 0, 0, 0, ...utf8(name), size, 0, 0, 0);
const isRefused = (bytes: Uint8Array, trouble: string) =>
  expect(readFile(bytes, { password })).rejects.toMatchObject({ name: "CannotImport", trouble });

describe("a KeePass database", () => {
  test.each([3, 4] as const)("of version %i that is small is read", async (version) => {
    const found = await readFile(await aDatabase(version, "hi"), { password });
    expect(found).toMatchObject({ entries: [{ item: { name: "Router", notes: "hi" } }] });
    await expect(readFile(await aDatabase(version, "hi"), { password: "no" })).rejects.toMatchObject({
      trouble: "wrong_password",
    });
  });

  test.each([3, 4] as const)(
    "of version %i that becomes too large is not unpacked",
    async (version) => {
      await isRefused(await aDatabase(version, "n".repeat(70 * 1024 * 1024)), "unpacks_too_large");
    },
    60_000,
  );

  test.each([2n ** 64n - 1n, 2n ** 40n, 100_000_001n])(
    "that asks for %i rounds of AES is refused",
    async (rounds) => {
      await isRefused(withNumber(await aDatabase(3, ""), Uint8Array.of(6, 8, 0), rounds), "too_costly");
      await isRefused(withNumber(await aDatabase(4, ""), named(5, "R", 8), rounds), "too_costly");
    },
  );

  test("that asks Argon2 for more than a browser has is refused", async () => {
    const bytes = await aDatabase(4, "", kdbxweb.Consts.KdfId.Argon2id);
    await isRefused(withNumber(bytes, named(5, "M", 8), 2n ** 31n), "too_costly");
    await isRefused(withNumber(bytes, named(5, "I", 8), 2n ** 53n), "too_costly");
    await isRefused(withNumber(bytes, named(4, "P", 4), 2 ** 32 - 1), "too_costly");
  });
});

test("what is packed says how large it is, and is not believed", () => {
  const saying = (packed: Uint8Array, size: number) => {
    new DataView(packed.buffer, packed.length - 4).setUint32(0, size, true);
    return packed;
  };
  expect(() => expectUnpackable(gzipSync(new Uint8Array(1000)))).not.toThrow();
  expect(() => expectUnpackable(saying(gzipSync(new Uint8Array(1000)), 2 ** 32 - 1))).toThrow(
    "unpacks_too_large",
  );
  const large = gzipSync(new Uint8Array(70 * 1024 * 1024), { level: 1 });
  expect(() => expectUnpackable(saying(large, 1000))).toThrow("unpacks_too_large");
});

test("what is bearable each is not so together", () => {
  const asked = { by: "argon2", memory: 1024 * 1024, passes: 32, lanes: 4 } as const;
  expect(() => expectBearable(asked)).not.toThrow();
  expect(() => expectBearable({ ...asked, passes: 33 })).toThrow("too_costly");
  expect(() => expectBearable({ ...asked, lanes: 0 })).toThrow("damaged");
});

test("a file of Bitwarden's that asks for too much is refused before anything is derived", async () => {
  const file = {
    encrypted: true,
    passwordProtected: true,
    salt: "s",
    encKeyValidation_DO_NOT_EDIT: "",
    data: "",
  };
  const asking = (more: object) => utf8(JSON.stringify({ ...file, ...more }));
  await isRefused(asking({ kdfType: 0, kdfIterations: 10_000_001 }), "too_costly");
  await isRefused(asking({ kdfType: 1, kdfIterations: 3, kdfMemory: 1025, kdfParallelism: 4 }), "too_costly");
  await isRefused(asking({ kdfType: 1, kdfIterations: 3, kdfMemory: 64, kdfParallelism: 17 }), "too_costly");
});
