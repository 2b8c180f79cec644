import { unlessForgotten } from "@/lib/vault/unless-forgotten";

/**
 * The page of the vault as the server has made it, and the files that it has loaded, so that it can be loaded while the
 * server is away. It holds no item: the vault itself is kept apart, sealed. public/service-worker.js answers with it.
 */
const cacheName = "trousseau-away";
const page = "/vault";
const files = "/_next/static/";
const worker = "/service-worker.js";
/** The id of an element that stands in the page once it was made to its end: what fails half-way is answered as good. */
export const wholePage = "vault-page";

/** Whether this browser can answer for a server that is away. */
export const canKeepPage = () =>
  typeof caches !== "undefined" && typeof navigator !== "undefined" && "serviceWorker" in navigator;

/** Keeps the page as it is now. */
export const keepPage = (): Promise<void> => unlessForgotten(putBy, forgetPage);

/** Whether it was kept since this page was loaded: until then it may be that of another release. */
let isKept = false;

async function putBy(): Promise<void> {
  if (isKept && (await caches.has(cacheName))) return;
  // A worker is no part of the page: it is answered as what it is loaded from.
  for (const scope of [page, files]) await navigator.serviceWorker.register(worker, { scope });
  const answer = await fetch(page, { redirect: "error" });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  if (!html.includes(`id="${wholePage}"`)) return;
  const named = filesIn(html);
  const before = await caches.match(page, { cacheName });
  // Another release has other files, and none of the former ones is asked for again.
  if (before && !isSame(named, filesIn(await before.text()))) await forgetPage();
  const cache = await caches.open(cacheName);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const wanted = [...named]
    .map((path) => new URL(path, location.origin).href)
    .concat(loaded)
    .filter(isOurs);
  await addTo(cache, wanted);
  await addTo(cache, await loadedLaterBy(cache, wanted));
  await cache.put(page, answer);
  isKept = true;
}

/** Forgets the page and its files. */
export async function forgetPage(): Promise<void> {
  if (typeof caches !== "undefined") await caches.delete(cacheName);
}

const isOurs = (url: string) => url.startsWith(`${location.origin}${files}`);

async function addTo(cache: Cache, urls: readonly string[]): Promise<void> {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  await cache.addAll([...new Set(urls)].filter((url) => !there.has(url)));
}

/** What scripts name to load it later: parts of the page, and the worker that holds the keys with all that it needs. */
async function loadedLaterBy(cache: Cache, urls: readonly string[]): Promise<string[]> {
  const scripts = urls.filter((url) => new URL(url).pathname.endsWith(".js"));
  const texts = await Promise.all(scripts.map(async (url) => (await cache.match(url))?.text() ?? ""));
  const paths = texts.flatMap((text) => text.match(/(?<=["'`])static\/chunks\/[\w.~-]+/g) ?? []);
  return paths.map((path) => new URL(`/_next/${path}`, location.origin).href);
}

/** The files that a page names. */
const filesIn = (html: string): ReadonlySet<string> => new Set(html.match(/\/_next\/static\/[\w./~-]+/g));

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((each) => other.has(each));
