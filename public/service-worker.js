// Answers for the page of the vault, and for the files that pages are made of, while the server is away: with what
// lib/vault/kept-page.ts has put by. Nothing else passes here, and nothing is put by here.
const page = "/vault";
const files = "/_next/static/";
// What a worker loads has its settings behind its address.
const kept = { cacheName: "trousseau-away", ignoreSearch: true };
/** Milliseconds after which a server that says nothing counts as away, and those while it has said nothing last. */
const [patience, impatience] = [10_000, 500];
let isSilent = false;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === page) event.respondWith(answerTo(request, page));
  else if (pathname.startsWith(files)) event.respondWith(answerTo(request, request));
});

/** The server's answer; where it does not come, or is one of a server that does not work, what was put by as `name`. */
async function answerTo(request, name) {
  const asked = fetch(request).catch((error) => error);
  const waiting = new Promise((resolve) => setTimeout(resolve, isSilent ? impatience : patience));
  const soon = await Promise.race([asked, waiting]);
  isSilent = soon === undefined;
  if (soon instanceof Response && soon.status < 500) return soon;
  const found = await caches.match(name, kept);
  // Without the address that it was kept under: a worker would read its settings from there.
  if (found) return new Response(found.body, found);
  const answer = await asked;
  if (answer instanceof Response) return answer;
  throw answer;
}
