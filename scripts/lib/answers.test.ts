import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterEach, beforeEach, expect, test } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeAnswers } = await import("./answers.mjs" as string);
const { makeBound } = await import("./door.mjs" as string);

const megabyte = 1024 * 1024;
const generous = { ofOneNetwork: 256 * megabyte, inAll: 512 * megabyte, patienceMs: 60_000 };
/** More than the system keeps for a connection whose other side does not read. */
const page = Array.from({ length: 24 }, () => Buffer.alloc(megabyte, "x"));

let letAnswer: ReturnType<typeof makeAnswers>;
let admit: ReturnType<typeof makeBound>;
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const network = `${request.headers["x-network"]}`;
  letAnswer(response, network);
  const run = () => pipeline(Readable.from(page), response);
  admit({ network, response, run, refuse: () => response.writeHead(503).end() });
});

beforeEach(async () => {
  letAnswer = makeAnswers(generous);
  admit = makeBound({ atOnce: 4, ofOneNetwork: 3, inLine: 0, inLineOfOneNetwork: 0, patienceMs: 1000 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;

/** Asks for the page, reads nothing of it, and waits until the answer is made. */
async function anUnreader(network: string) {
  const socket = connect(port(), "127.0.0.1").pause();
  socket.on("error", () => {});
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Network: ${network}\r\n\r\n`);
  const [, response] = await once(server, "request");
  if (!response.writableEnded) await once(response, "made");
  return { response, read: () => socket.resume() };
}

test("an answer that nobody reads takes no slot, and is whole for who reads it in the end", async () => {
  const unread = [];
  for (let number = 0; number < 12; number++) unread.push(await anUnreader(`network ${number % 2}`));
  const answer = await fetch(`http://127.0.0.1:${port()}/`, { headers: { "x-network": "another" } });
  expect(answer.status).toBe(200);
  expect((await answer.bytes()).length).toBe(24 * megabyte);
  const [first] = unread;
  expect(first?.response.writableLength).toBeGreaterThan(megabyte);
  first?.read();
  await once(first?.response, "finish");
});

test("what is kept for a network that does not read is bounded, and no other network loses by it", async () => {
  letAnswer = makeAnswers({ ...generous, ofOneNetwork: 60 * megabyte });
  const other = await anUnreader("b");
  const unread = [];
  for (let number = 0; number < 5; number++) unread.push(await anUnreader("a"));
  const isGone = [other, ...unread].map(({ response }) => response.destroyed);
  expect(isGone).toEqual([false, true, true, true, false, false]);
});

test("a connection that takes nothing is ended", async () => {
  letAnswer = makeAnswers({ ...generous, patienceMs: 100 });
  const { response } = await anUnreader("a");
  if (!response.destroyed) await once(response, "close");
  expect(response.destroyed).toBe(true);
});
