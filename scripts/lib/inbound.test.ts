import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { addressOf, cleanHeaders, limitBody, readAhead } = await import("./inbound.mjs" as string);

function cleaned(headers: Record<string, string>, trustProxy: number) {
  const incoming = { headers: { ...headers }, socket: { remoteAddress: "::ffff:10.0.0.9" } };
  cleanHeaders(incoming, { id: "the-id", trustProxy });
  return incoming.headers;
}

describe("what a request may say", () => {
  test("nothing that only the server and Next may", () => {
    const forged = {
      "x-request-id": "mine",
      "x-real-ip": "1.1.1.1",
      "x-forwarded-for": "1.1.1.1",
      "x-forwarded-host": "elsewhere.example",
      "x-nonce": "guessed",
      "x-path": "//elsewhere.example",
      "content-security-policy": "script-src *",
      "x-middleware-subrequest": "proxy",
      cookie: "a=b; next-auth.callback-url=%00; __Secure-next-auth.callback-url=x; c=d",
      accept: "text/html",
    };
    expect(cleaned(forged, 0)).toEqual({
      accept: "text/html",
      cookie: "a=b; c=d",
      "x-request-id": "the-id",
      "x-real-ip": "10.0.0.9",
      "x-forwarded-for": "10.0.0.9",
    });
  });

  test.each([
    [1, "6.6.6.6, 203.0.113.7", "203.0.113.7"],
    [2, "6.6.6.6, 203.0.113.7, 10.0.0.8", "203.0.113.7"],
    [1, "203.0.113.7:1001", "203.0.113.7"],
    [1, "6.6.6.6, 2001:DB8:0:0::1", "2001:db8::1"],
    [2, "203.0.113.7", "10.0.0.9"],
    [3, "6.6.6.6, 203.0.113.7", "10.0.0.9"],
    [1, "", "10.0.0.9"],
    [1, "203.0.113.7, ", "10.0.0.9"],
    [1, "<b>me</b>", "10.0.0.9"],
    [1, "x".repeat(5000), "10.0.0.9"],
    [2, "<b>me</b>, 10.0.0.8", "10.0.0.9"],
  ])("with %i proxies, %o comes from %s", (trustProxy, hops, sender) => {
    expect(cleaned({ "x-forwarded-for": hops }, trustProxy)["x-real-ip"]).toBe(sender);
  });
});

test.each([
  ["203.0.113.5", "203.0.113.5"],
  [" 203.0.113.5:65535 ", "203.0.113.5"],
  ["2001:DB8::A", "2001:db8::a"],
  ["2001:0db8:0000:0000:0000:0000:0000:000a", "2001:db8::a"],
  ["[2001:db8::a]", "2001:db8::a"],
  ["[2001:db8::a]:443", "2001:db8::a"],
  ["fe80::1%eth0", "fe80::1"],
  ["::ffff:203.0.113.5", "203.0.113.5"],
  ["::FFFF:cb00:7105", "203.0.113.5"],
  ["[::ffff:203.0.113.5]:80", "203.0.113.5"],
  ["::1", "::1"],
  ["", null],
  ["localhost", null],
  ["203.0.113.5.6", null],
  ["0203.0.113.5", null],
  ["203.0.113.256", null],
  ["203.0.113.5:port", null],
  ["[203.0.113.5", null],
  ["2001:db8::a::b", null],
  ["<script>", null],
  ["1".repeat(5000), null],
])("the address in %o is %o", (text, address) => {
  expect(addressOf(text)).toBe(address);
});

describe("a body", async () => {
  const server = createServer((incoming, response) => {
    const refuse = () => response.writeHead(413).end();
    if (!limitBody(incoming, 1000, refuse)) return;
    incoming.resume().once("end", () => {
      if (!response.headersSent) response.end("taken");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => void server.close());
  const { port } = server.address() as AddressInfo;

  async function statusOf(bytes: number, headers: Record<string, string>): Promise<number | undefined> {
    const outgoing = request({ port, host: "127.0.0.1", method: "POST", headers });
    outgoing.on("error", () => {});
    outgoing.end("x".repeat(bytes));
    const [response] = await once(outgoing, "response");
    response.resume();
    return response.statusCode;
  }

  test.each([
    [1000, { "content-length": "1000" }, 200],
    [1001, { "content-length": "1001" }, 413],
    [1000, { "transfer-encoding": "chunked" }, 200],
    [1001, { "transfer-encoding": "chunked" }, 413],
  ])("of %i bytes, sent with %o, gets %i", async (bytes, headers, status) => {
    expect(await statusOf(bytes, headers as Record<string, string>)).toBe(status);
  });
});

describe("a body that is read ahead", async () => {
  const server = createServer((incoming, response) => {
    const answer = (status: number, text: string) =>
      response.headersSent || response.writeHead(status).end(text);
    readAhead(incoming, (body: Buffer) => {
      let again = "";
      incoming.on("data", (chunk) => {
        again += chunk;
      });
      incoming.once("end", () => answer(200, `${body.length} ${again.length}`));
    });
    limitBody(incoming, 1000, () => answer(413, ""));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => void server.close());
  const { port } = server.address() as AddressInfo;

  test.each([
    [0, 200, "0 0"],
    [1000, 200, "1000 1000"],
    [1001, 413, ""],
  ])(
    "of %i bytes is whole for who reads it next, and no longer than the limit",
    async (bytes, status, text) => {
      const outgoing = request({
        port,
        host: "127.0.0.1",
        method: "POST",
        headers: { "transfer-encoding": "chunked" },
      });
      outgoing.on("error", () => {});
      outgoing.end("x".repeat(bytes));
      const [response] = await once(outgoing, "response");
      expect(response.statusCode).toBe(status);
      let got = "";
      for await (const chunk of response) got += chunk;
      expect(got).toBe(text);
    },
  );
});
