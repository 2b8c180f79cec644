import { afterEach, expect, test, vi } from "vitest";
import { waitForConnection } from "@/components/shell/wait-for-connection";

afterEach(() => {
  vi.useRealTimers();
});

/** A network that is away for the first requests, and what was asked of it. */
function network(away: number) {
  const asked: string[] = [];
  const send = async (to: RequestInfo | URL) => {
    asked.push(String(to));
    if (asked.length <= away) throw new TypeError("Failed to fetch");
    return new Response("ok");
  };
  return { asked, fetch: waitForConnection(send as typeof fetch) };
}

test("a page is fetched again once the server can be reached", async () => {
  vi.useFakeTimers();
  const { asked, fetch } = network(3);
  const answer = fetch("/vault", { headers: { rsc: "1" } });
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await answer).ok).toBe(true);
  expect(asked).toEqual(["/vault", "/api/health", "/api/health", "/api/health", "/vault"]);
});

test.each([
  ["an action", { method: "POST", headers: { "next-action": "1" } }],
  ["a page that is fetched ahead", { headers: { rsc: "1", "next-router-prefetch": "1" } }],
])("%s fails at once, and whoever asked says so", async (_what, init) => {
  const { asked, fetch } = network(1);
  await expect(fetch("/vault", init)).rejects.toThrow(TypeError);
  expect(asked).toEqual(["/vault"]);
});
