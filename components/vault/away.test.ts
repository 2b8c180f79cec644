// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { readingKept, useKeepKeys } from "@/components/vault/away";
import { closeSession } from "@/components/vault/session-requests";
import type { MyKeys } from "@/components/vault/vault-context";
import type { Failure } from "@/lib/http/result";

const keys = { userId: "billy", email: "billy@client.example", unlocksByPasskey: true } as MyKeys;
const given = async () => ({ ok: true as const, result: keys });
const failing = (code: Failure["code"]) => async () => ({ ok: false as const, failure: { code } });
const lost = () => Promise.reject(new TypeError("Failed to fetch"));

const read = (readKeys: Parameters<typeof readingKept>[0], account: string | null = "billy") =>
  readingKept(readKeys, () => account)({});

test("an account's keys are read from the device where the server is away, until the session is closed", async () => {
  expect(await read(lost)).toEqual({ ok: false, failure: { code: "unreachable" } });
  expect(await read(given)).toEqual({ ok: true, result: keys });
  for (const away of [lost, failing("unavailable"), failing("unexpected")])
    expect(await read(away)).toEqual({ ok: true, result: { ...keys, unlocksByPasskey: false } });
  expect((await read(lost, "carl")).ok).toBe(false);
  expect((await read(lost, null)).ok).toBe(false);
  expect(await read(failing("not_signed_in"))).toEqual({ ok: false, failure: { code: "not_signed_in" } });

  vi.stubGlobal("fetch", lost);
  await expect(closeSession()).rejects.toThrow("Failed to fetch");
  vi.unstubAllGlobals();
  expect((await read(lost)).ok).toBe(false);
});

test("keys that were never read here are read once the vault is open, and not again", async () => {
  const asked = vi.fn(given);
  const readKeys = readingKept(asked, () => "billy");
  renderHook(() => useKeepKeys(readKeys, null));
  renderHook(() => useKeepKeys(readKeys, "billy"));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await vi.waitFor(async () => expect((await read(lost)).ok).toBe(true));
  renderHook(() => useKeepKeys(readKeys, "billy"));
  await Promise.resolve();
  expect(asked).toHaveBeenCalledOnce();
});
