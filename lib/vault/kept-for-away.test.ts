import { expect, test } from "vitest";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import { openDeviceMemory } from "@/lib/vault/device-memory";
import { forgetKept, keepKeys, keepVault, keptKeys, keptVault } from "@/lib/vault/kept-for-away";
import { makeKeyring } from "@/lib/vault/keyring";
import { somebody } from "@/test/vault";

const contents = { revision: "1", names: ["Cobalt & Sons"] };

/** All that lies in a memory. */
const lying = async (memory: DeviceMemory) =>
  JSON.stringify(await Promise.all((await memory.names("")).map((name) => memory.recall(name))));

test("a vault comes back to whoever has its key, and lies there sealed", async () => {
  const [billy, other] = [await somebody("billy@client.example"), await somebody("other@client.example")];
  const memory = openDeviceMemory();
  await keepVault(billy.vault, "billy", contents, memory);
  expect(await keptVault(billy.vault, "billy", memory)).toEqual(contents);
  expect(await lying(memory)).not.toContain("Cobalt");
  expect(await keptVault(other.vault, "billy", memory)).toBeNull();
  expect(await keptVault(billy.vault, "other", memory)).toBeNull();
});

test("one that was kept for somebody else is not taken under their name", async () => {
  const billy = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  await keepVault(billy.vault, "billy", contents, memory);
  const sealed = await memory.recall("away vault billy");
  await memory.keep("away vault other", sealed ?? "");
  expect(await keptVault(billy.vault, "other", memory)).toBeNull();
});

test("a long one is kept in parts, of which none is another's, missing or elsewhere", async () => {
  const billy = await somebody("billy@client.example");
  const memory = openDeviceMemory();
  const long = { text: "Cobalt, École, 日本語 \u{1f511}".repeat(20_000) };
  const partsOf = async (kept: object) => {
    await keepVault(billy.vault, "billy", kept, memory);
    return (await memory.recall("away vault billy"))?.split("\n") ?? [];
  };
  const before = await partsOf({ text: long.text.toUpperCase() });
  const [first = "", second = "", ...others] = await partsOf(long);
  expect(others.length).toBeGreaterThan(1);
  expect(await keptVault(billy.vault, "billy", memory)).toEqual(long);
  for (const changed of [
    [second, first, ...others],
    [first, ...others],
    [first, second, ...others.slice(0, -1)],
    [first, before[1] ?? "", ...others],
    [first, "", ...others],
  ]) {
    await memory.keep("away vault billy", changed.join("\n"));
    expect(await keptVault(billy.vault, "billy", memory)).toBeNull();
  }
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
  await keepVault(billy.vault, "billy", contents, memory);
  await forgetKept(memory);
  expect(await memory.names("")).toEqual(["kdf 1"]);
});
