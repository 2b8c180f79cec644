import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { answerMachine } = await import("./machine.mjs" as string);

const appUrl = "https://portal.msp.example";
let answer: (request: Request) => Promise<Response>;
let address: string;
const server = createServer((request, response) =>
  answerMachine(request, response, { appUrl, machineApi: { fetch: (sent: Request) => answer(sent) } }),
);

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a request is handed over with its body and headers, under the address that people type, without cookies", async () => {
  const seen: Record<string, unknown> = {};
  answer = async (request) => {
    const { url, method, headers } = request;
    Object.assign(seen, { url, method, body: await request.text() });
    Object.assign(seen, { cookie: headers.get("cookie"), authorization: headers.get("authorization") });
    return new Response("é", { status: 400, headers: { "retry-after": "7" } });
  };
  const headers = { cookie: "session=1", authorization: "Bearer x" };
  const got = await fetch(`${address}/api//x?y=%2F&z`, {
    method: "POST",
    headers,
    body: "ö".repeat(100_000),
  });
  expect(seen).toEqual({
    ...{ url: `${appUrl}/api//x?y=%2F&z`, method: "POST", body: "ö".repeat(100_000) },
    ...{ cookie: null, authorization: "Bearer x" },
  });
  expect([got.status, got.headers.get("retry-after"), await got.text()]).toEqual([400, "7", "é"]);
});

test("an answer without a body, and one to HEAD, end at once", async () => {
  answer = async () => new Response(null, { status: 200 });
  expect(await (await fetch(`${address}/api/x`, { method: "PUT" })).text()).toBe("");
  expect((await fetch(`${address}/api/x`, { method: "HEAD" })).status).toBe(200);
});

test("an answer goes out piece by piece, as it is made", async () => {
  let finish = () => {};
  answer = async () =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode("first "));
          finish = () => {
            stream.enqueue(new TextEncoder().encode("last"));
            stream.close();
          };
        },
      }),
    );
  const reader = (await fetch(`${address}/api/x`)).body?.getReader();
  const text = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await text()).toBe("first ");
  finish();
  expect(await text()).toBe("last");
});

test("whoever leaves before the end of an answer breaks nothing", async () => {
  let cancelled = () => {};
  const isCancelled = new Promise<void>((resolve) => {
    cancelled = resolve;
  });
  answer = async () =>
    new Response(
      new ReadableStream({
        pull: (stream) => stream.enqueue(new Uint8Array(65_536)),
        cancel: () => cancelled(),
      }),
    );
  const leaving = new AbortController();
  await fetch(`${address}/api/x`, { signal: leaving.signal });
  leaving.abort();
  await isCancelled;
  answer = async () => new Response("still here");
  expect(await (await fetch(`${address}/api/x`)).text()).toBe("still here");
});

test("a fault beyond the doors is an answer all the same", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  answer = async () => {
    throw new Error("nobody has caught this");
  };
  expect((await fetch(`${address}/api/x`)).status).toBe(500);
  expect(printed).toHaveBeenCalledOnce();
});
