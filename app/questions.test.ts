import { afterEach, expect, test, vi } from "vitest";
import { askMyVault, askReloadKey } from "@/app/questions";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a server that says nothing counts as away after a while, and one that has begun to answer may take its time", async () => {
  vi.useFakeTimers();
  const silent = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  vi.stubGlobal("fetch", silent);
  const asked = expect(askReloadKey({})).rejects.toThrow("aborted");
  await vi.advanceTimersByTimeAsync(15_000);
  await asked;

  let signal: AbortSignal | null | undefined;
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    signal = init.signal;
    return new Response('{"ok":false}');
  });
  expect(await askMyVault({ known: null })).toEqual({ ok: false });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signal?.aborted).toBe(false);
});
