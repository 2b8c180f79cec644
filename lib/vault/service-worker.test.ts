import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { afterEach, expect, test, vi } from "vitest";

const origin = "https://portal.provider.example";
const source = readFileSync("public/service-worker.js", "utf8");

type Asked = { method?: string; mode?: string; url: string };

/** Runs the worker over a network that answers so, and a cache that holds the page. */
function workerOver(network: () => Promise<Response>, kept: Record<string, string> = { "/vault": "kept" }) {
  const nameOf = (asked: string | Asked) => (typeof asked === "string" ? asked : new URL(asked.url).pathname);
  const caches = {
    match: async (asked: string | Asked, { cacheName }: { cacheName: string }) => {
      const text = cacheName === "trousseau-away" ? kept[nameOf(asked)] : undefined;
      return text === undefined ? undefined : new Response(text);
    },
  };
  const answerTo = started(network, caches);
  return async (asked: Asked): Promise<string | null> => (await answerTo(asked))?.text() ?? null;
}

/** Starts the worker, and says what it answers; null where the browser asks by itself. */
function started(network: () => Promise<Response>, caches: object) {
  const listeners = new Map<string, (event: object) => void>();
  const addEventListener = (name: string, listener: (event: object) => void) => listeners.set(name, listener);
  const scope = { addEventListener, fetch: network, caches, location: { origin }, URL, Response, setTimeout };
  runInContext(source, createContext(scope));
  return async ({ method = "GET", mode = "navigate", url }: Asked): Promise<Response | null> => {
    const given: Promise<Response>[] = [];
    listeners.get("fetch")?.({
      request: { method, mode, url },
      respondWith: (answer: Promise<Response>) => given.push(answer),
    });
    return (await given[0]) ?? null;
  };
}

const page = { url: `${origin}/vault?item=1` };
const file = { mode: "no-cors", url: `${origin}/_next/static/chunks/a.js` };
const working = async () => new Response("of the server");
const failing = async () => new Response("bad gateway", { status: 502 });
const gone = async () => {
  throw new TypeError("network error");
};

test("while the server answers, its answer is given", async () => {
  const ask = workerOver(working, { "/vault": "kept", "/_next/static/chunks/a.js": "kept" });
  expect([await ask(page), await ask(file)]).toEqual(["of the server", "of the server"]);
  expect(await workerOver(async () => new Response("not there", { status: 404 }))(page)).toBe("not there");
});

test.each([failing, gone])("where it does not, what was kept is given", async (network) => {
  const ask = workerOver(network, { "/vault": "kept", "/_next/static/chunks/a.js": "the file" });
  expect([await ask(page), await ask(file)]).toEqual(["kept", "the file"]);
});

test("a worker's file is found whatever settings stand behind its address, and is answered as what was asked for", async () => {
  const kept = Object.defineProperty(new Response("the worker"), "url", { value: file.url });
  const match = async (_: Asked, { ignoreSearch }: CacheQueryOptions) => (ignoreSearch ? kept : undefined);
  const answer = await started(gone, { match })({ ...file, url: `${file.url}?params=1` });
  expect([await answer?.text(), answer?.url]).toEqual(["the worker", ""]);
});

test("where nothing was kept, the server's failure stays what it is", async () => {
  expect(await workerOver(failing, {})(page)).toBe("bad gateway");
  await expect(workerOver(gone, {})(page)).rejects.toThrow("network error");
});

afterEach(() => {
  vi.useRealTimers();
});

test("a server that says nothing counts as away after a while, unless nothing was kept", async () => {
  vi.useFakeTimers();
  const silent = () => new Promise<Response>(() => {});
  const late = () =>
    new Promise<Response>((resolve) => setTimeout(() => resolve(new Response("late")), 60_000));
  const asked = [workerOver(silent)(page), workerOver(late, {})(page)];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await Promise.all(asked)).toEqual(["kept", "late"]);

  const ask = workerOver(silent, { "/vault": "kept", "/_next/static/chunks/a.js": "the file" });
  const first = ask(page);
  await vi.advanceTimersByTimeAsync(10_000);
  const next = ask(file);
  await vi.advanceTimersByTimeAsync(500);
  expect([await first, await next]).toEqual(["kept", "the file"]);
});

test.each([
  { url: `${origin}/vault/reports` },
  { url: `${origin}/api/questions/my-vault`, mode: "cors" },
  { url: `${origin}/vault`, method: "POST" },
  { url: "https://elsewhere.example/vault" },
])("$method $url is none of its business", async (asked) => {
  expect(await workerOver(gone)(asked)).toBeNull();
});
