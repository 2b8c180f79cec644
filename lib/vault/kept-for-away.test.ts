import { expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import { openDeviceMemory } from "@/lib/vault/device-memory";
import { forgetKept, keepKeys, keepVault, keptKeys, keptVault } from "@/lib/vault/kept-for-away";
import { makeKeyring } from "@/lib/vault/keyring";
import { somebody } from "@/test/vault";

const contents = { head: utf8("Cobalt & Sons"), bodies: utf8("Bank of Cobalt") };

/** All that lies in a memory. */
const lying = async (memory: DeviceMemory) => {
  const names = await memory.names("");
  const all = await Promise.all(memory.recallBytes(...names));
  return all.map((bytes) => new TextDecoder().decode(bytes ?? undefined)).join();
};

const read = async (...given: Parameters<typeof keptVault>) => {
  const kept = await keptVault(...given);
  return kept && { head: kept.head, bodies: await kept.bodies };
};

test("a vault comes back to whoever has its key, and lies there sealed", async () => {
  const [billy, other] = [await somebody("billy@client.example"), await somebody("other@client.example")];
  const memory = openDeviceMemory();
  await keepVault(billy.vault, "billy", async () => contents, memory);
  expect(await read(billy.vault, "billy", memory)).toEqual(contents);
  expect(await lying(memory)).not.toContain("Cobalt");
  expect(await read(other.vault, "billy", memory)).toBeNull();
  expect(await read(billy.vault, "other", memory)).toBeNull();
});

test("one that was kept for somebody else is not taken under their name", async () => {
  const billy = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await keepVault(billy.vault, "billy", async () => contents, memory);
  const [sealed] = await Promise.all(memory.recallBytes("away vault 1 billy"));
  await memory.keepBytes([["away vault 1 other", sealed ?? utf8("")]]);
  expect(await read(billy.vault, "other", memory)).toBeNull();
});

test("when a vault is kept, those of the same account in other forms are forgotten, and nothing else", async () => {
  const { vault } = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  const keep = (...names: string[]) => memory.keepBytes(names.map((name) => [name, utf8("sealed")]));
  const forOther = ["away vault 0 other", "away bodies 0 other"];
  await keep("away vault 0 billy", "away bodies 0 billy", "away vault 22 billy", ...forOther);
  await keepKeys({ userId: "billy" }, memory);
  await keepVault(vault, "billy", async () => contents, memory);
  const present = ["away vault 1 billy", "away bodies 1 billy", "away keys billy"];
  expect((await memory.names("")).sort()).toEqual([...present, ...forOther].sort());
  expect(await read(vault, "billy", memory)).toEqual(contents);
  // One that is kept again stays as it is.
  await keepVault(vault, "billy", async () => contents, memory);
  expect(await read(vault, "billy", memory)).toEqual(contents);
});

test("what is no part of one vault is not put together", async () => {
  const { vault } = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await keepVault(vault, "billy", async () => contents, memory);
  const [before] = await Promise.all(memory.recallBytes("away bodies 1 billy"));
  await keepVault(vault, "billy", async () => contents, memory);
  await memory.keepBytes([["away bodies 1 billy", before ?? utf8("")]]);
  expect(await read(vault, "billy", memory)).toEqual({ head: contents.head, bodies: null });
  await memory.forget("away bodies 1 billy");
  expect(await read(vault, "billy", memory)).toEqual({ head: contents.head, bodies: null });
});

test("keys that were kept open the vault with the master password alone", async () => {
  const billy = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await keepKeys({ userId: "billy", ...billy.keys }, memory);
  const kept = await keptKeys<typeof billy.keys>("billy", memory);
  if (!kept) throw new Error("nothing was kept");
  const later = makeKeyring(memory);
  await later.unlock(billy.master, kept);
  expect(await later.holds("user")).toBe(true);
  expect(await keptKeys("other", memory)).toBeNull();
});

test("before the master password becomes another one, its keys are forgotten", async () => {
  const memory = openDeviceMemory();
  const billy = await somebody("billy@client.example");
  const vault = makeKeyring(memory);
  await vault.unlock(billy.master, billy.keys);
  await keepKeys({ userId: "billy", ...billy.keys }, memory);
  await vault.changeMasterKey(
    billy.master,
    { ...billy.master, password: "another long one" },
    billy.keys.userKeyForAccount,
  );
  expect(await keptKeys("billy", memory)).toBeNull();
});

test("nothing is left once a session has ended, except what a device remembers of keys", async () => {
  const billy = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await memory.keep("kdf 1", "remembered");
  await keepKeys({ userId: "billy", ...billy.keys }, memory);
  await keepVault(billy.vault, "billy", async () => contents, memory);
  await forgetKept(memory);
  expect(await memory.names("")).toEqual(["kdf 1"]);
});

test("what is forgotten while it is being kept does not come back", async () => {
  const { vault } = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  const duringLogOut: DeviceMemory = {
    ...memory,
    async keepBytes(...given) {
      await forgetKept(memory);
      await memory.keepBytes(...given);
    },
    async keep(...given) {
      await forgetKept(memory);
      await memory.keep(...given);
    },
  };
  await keepVault(vault, "billy", async () => ({ head: utf8("Cobalt"), bodies: utf8("Bank") }), duringLogOut);
  await keepKeys({ userId: "billy" }, duringLogOut);
  expect(await memory.names("away ")).toEqual([]);
});

test("what is put together while everything is forgotten does not stay, whoever's keys are open by then", async () => {
  const { vault } = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await keepVault(
    vault,
    "billy",
    async () => {
      await forgetKept(memory);
      return { head: utf8("Cobalt"), bodies: utf8("Bank") };
    },
    memory,
  );
  expect(await memory.names("away ")).toEqual([]);
});
