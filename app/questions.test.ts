import { afterEach, expect, test, vi } from "vitest";
import { askMyVault, askReloadKey } from "@/app/questions";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a server that says nothing counts as away after a while, and one that has answered does not", async () => {
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

test("so does one that falls silent in the middle of an answer, for as long as somebody waits for the rest", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ok":true,"parts":"$P2"}\n{"part":1}\n'));
        signal?.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  });
  const { parts } = (await askMyVault({ known: null })) as unknown as { parts: AsyncIterable<unknown> };
  const coming = parts[Symbol.asyncIterator]();
  expect(await coming.next()).toEqual({ done: false, value: { part: 1 } });
  await vi.advanceTimersByTimeAsync(60_000);
  const rest = expect(coming.next()).rejects.toThrow("aborted");
  await vi.advanceTimersByTimeAsync(15_000);
  await rest;
});
