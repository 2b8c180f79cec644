// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { readingKept, useKeepKeys } from "@/components/vault/away";
import { closeSession } from "@/components/vault/session-requests";
import type { MyKeys, ReadKeys } from "@/components/vault/vault-context";
import type { Failure } from "@/lib/http/result";
import { forgetKept } from "@/lib/vault/kept-for-away";

const keys = { userId: "billy", email: "billy@client.example", unlocksByPasskey: true } as MyKeys;
const kept = { ok: true, result: { ...keys, unlocksByPasskey: false } };
const given = async () => ({ ok: true as const, result: keys });
const failing = (code: Failure["code"]) => async () => ({ ok: false as const, failure: { code } });
const lost = () => Promise.reject(new TypeError("Failed to fetch"));

const read = (readKeys: ReadKeys, account: string | null = "billy") =>
  readingKept(readKeys, () => account)({});
const open = (userId: string | null, readKeys: ReadKeys = given) =>
  renderHook(() => useKeepKeys(readKeys, userId));

beforeEach(() => forgetKept());

test("the keys of an open vault are read from the device where the server is away, until the session is closed", async () => {
  expect(await read(lost)).toEqual({ ok: false, failure: { code: "unreachable" } });
  open("billy");
  await vi.waitFor(async () => expect(await read(lost)).toEqual(kept));
  for (const away of [failing("unavailable"), failing("unexpected")]) expect(await read(away)).toEqual(kept);
  expect((await read(lost, "carl")).ok).toBe(false);
  expect((await read(lost, null)).ok).toBe(false);
  expect(await read(failing("not_signed_in"))).toEqual({ ok: false, failure: { code: "not_signed_in" } });

  vi.stubGlobal("fetch", lost);
  await expect(closeSession()).rejects.toThrow("Failed to fetch");
  vi.unstubAllGlobals();
  expect((await read(lost)).ok).toBe(false);
});

test("a page that is locked keeps nothing, whatever it reads", async () => {
  open(null);
  expect(await read(given)).toEqual({ ok: true, result: keys });
  open("carl");
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  }).then(given);
  const { unmount } = open("billy", () => slow);
  unmount();
  answer();
  await slow;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await read(lost)).ok).toBe(false);
});
