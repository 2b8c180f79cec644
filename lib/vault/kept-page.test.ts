import { afterEach, expect, test, vi } from "vitest";
import { keepPage } from "@/lib/vault/kept-page";

const origin = "https://portal.provider.example";
const named = (path: string) => `${origin}/_next/static/chunks/${path}`;

/** What a server has, by path: a page, its files, and files that these load later. */
const served: Record<string, string> = {
  "/vault": '<span id="vault-page"></span><script src="/_next/static/chunks/page.js"></script>',
  "/_next/static/chunks/page.js":
    'start("static/chunks/worker.js",["static/chunks/keys.js"]);source("worker.ts")',
  "/_next/static/chunks/worker.js": "importScripts()",
  "/_next/static/chunks/keys.js": "keys()",
};

/** A browser that keeps what it is given. */
function aBrowser() {
  const kept = new Map<string, Response>();
  const scopes: string[] = [];
  const answerOf = (url: string) => {
    const text = served[new URL(url, origin).pathname];
    return new Response(text, { status: text === undefined ? 404 : 200 });
  };
  const match = async (url: string) => kept.get(new URL(url, origin).href)?.clone();
  const put = async (url: string, answer: Response) => void kept.set(new URL(url, origin).href, answer);
  const addAll = async (urls: string[]) => {
    for (const url of urls) await put(url, answerOf(url));
  };
  const keys = async () => [...kept.keys()].map((url) => ({ url }));
  const register = async (_worker: string, { scope }: { scope: string }) => void scopes.push(scope);
  vi.stubGlobal("location", { origin });
  vi.stubGlobal("navigator", { serviceWorker: { register } });
  vi.stubGlobal("fetch", async (url: string) => answerOf(url));
  vi.stubGlobal("caches", {
    has: async () => kept.size > 0,
    match,
    open: async () => ({ match, put, addAll, keys }),
    delete: async () => kept.clear(),
  });
  return { kept, scopes };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("with the page, what its files load later is kept: also the worker that holds the keys, for which nobody else answers", async () => {
  const { kept, scopes } = aBrowser();
  await keepPage();
  expect([...kept.keys()].sort()).toEqual(
    [`${origin}/vault`, named("page.js"), named("worker.js"), named("keys.js")].sort(),
  );
  expect(scopes.sort()).toEqual(["/_next/static/", "/vault"]);
});

test("a page that failed half-way is not kept", async () => {
  const { kept } = aBrowser();
  vi.stubGlobal("fetch", async () => new Response('<script src="/_next/static/chunks/page.js"></script>'));
  await keepPage();
  expect([...kept.keys()]).toEqual([]);
});
