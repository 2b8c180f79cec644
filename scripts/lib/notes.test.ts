import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import type { RequestNotes } from "@/lib/answer/request-notes";
import { standInPage } from "@/lib/http/stand-in-page";
import { messagesOf } from "@/lib/i18n/messages";

// Plain JavaScript, which runs in production without a build: no types to import.
const { answerByNotes } = await import("./notes.mjs" as string);

/** An application that notes what the request's path says, and answers with an error page of its own. */
function answer(request: IncomingMessage, response: ServerResponse) {
  const notes: RequestNotes = { databaseAway: false, cookies: [] };
  answerByNotes(request, response, { notes, standInPage });
  response.setHeader("x-request-id", "the-id");
  response.setHeader("content-encoding", "gzip");
  notes.databaseAway = !request.url?.includes("well");
  notes.cookies.push("noted=; Max-Age=0");
  response.setHeader("set-cookie", "own=1");
  response.statusCode = 500;
  response.write("an error");
  response.end(" page");
}

const server = createServer(answer).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => void server.close());
const { port } = server.address() as AddressInfo;
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-encoding": "identity", ...headers } });

test.each([
  ["en", { "accept-language": "en-GB" }],
  ["fr", { "accept-language": "fr" }],
  ["fr", { "accept-language": "en", cookie: "a=b; trousseau-locale=fr" }],
] as const)("while the database is away a page says so, in %s, with 503", async (locale, headers) => {
  const response = await ask("/clients", headers);
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("x-request-id")).toBe("the-id");
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const text = await response.text();
  expect(text).toContain(messagesOf[locale].errors.outage.title);
  expect(text).not.toContain("an error page");
});

test("what a script asked for, and what does not need the database, goes on as it is", async () => {
  for (const [path, headers] of [
    ["/clients", { rsc: "1" }],
    ["/api/health", {}],
    ["/well", {}],
  ] as const) {
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method: "HEAD", headers });
    expect(status).toBe(500);
  }
});

test("cookies that were noted go out beside the answer's own", async () => {
  const { headers } = await fetch(`http://127.0.0.1:${port}/well`, { method: "HEAD" });
  expect(headers.getSetCookie()).toEqual(["own=1", "noted=; Max-Age=0"]);
});
