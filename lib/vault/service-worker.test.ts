import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

const origin = "https://portal.provider.example";
const source = readFileSync("public/service-worker.js", "utf8");

type Asked = { method?: string; mode?: string; url: string };

/** Runs the worker over a network that answers so, and a cache that holds the page. */
function workerOver(network: () => Promise<Response>, kept: Record<string, string> = { "/vault": "kept" }) {
  const listeners = new Map<string, (event: object) => void>();
  const nameOf = (asked: string | Asked) => (typeof asked === "string" ? asked : new URL(asked.url).pathname);
  const caches = {
    match: async (asked: string | Asked, { cacheName }: { cacheName: string }) => {
      const text = cacheName === "trousseau-away" ? kept[nameOf(asked)] : undefined;
      return text === undefined ? undefined : new Response(text);
    },
  };
  const addEventListener = (name: string, listener: (event: object) => void) => listeners.set(name, listener);
  const scope = { addEventListener, fetch: network, caches, location: { origin }, URL, Response };
  runInContext(source, createContext(scope));
  /** What is answered; null where the browser asks by itself. */
  return async ({ method = "GET", mode = "navigate", url }: Asked): Promise<string | null> => {
    let answer: Promise<Response> | null = null;
    const respondWith = (given: Promise<Response>) => {
      answer = given;
    };
    listeners.get("fetch")?.({ request: { method, mode, url }, respondWith });
    return answer && ((await answer) as Response).text();
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

test("where nothing was kept, the server's failure stays what it is", async () => {
  expect(await workerOver(failing, {})(page)).toBe("bad gateway");
  await expect(workerOver(gone, {})(page)).rejects.toThrow("network error");
});

test.each([
  { url: `${origin}/vault/reports` },
  { url: `${origin}/api/questions/my-vault`, mode: "cors" },
  { url: `${origin}/vault`, method: "POST" },
  { url: "https://elsewhere.example/vault" },
])("$method $url is none of its business", async (asked) => {
  expect(await workerOver(gone)(asked)).toBeNull();
});
