// Answers for the page of the vault, and for the files that pages are made of, while the server is away: with what
// lib/vault/kept-page.ts has put by. Nothing else passes here, and nothing is put by here.
const kept = { cacheName: "trousseau-away" };
const page = "/vault";
const files = "/_next/static/";

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
  const answer = await fetch(request).catch((error) => error);
  if (answer instanceof Response && answer.status < 500) return answer;
  const found = await caches.match(name, kept);
  if (found) return found;
  if (answer instanceof Response) return answer;
  throw answer;
}
