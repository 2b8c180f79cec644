import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeArrivals } = await import("./arrivals.mjs" as string);

const kilobyte = 1024;
const bound = { ofOneNetwork: 64 * kilobyte, inAll: 256 * kilobyte, patienceMs: 60_000 };
let arrive: ReturnType<typeof makeArrivals>;
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  arrive({
    request,
    response,
    network: `${request.headers["x-network"]}`,
    whole: (body: Buffer) => response.end(`whole ${body.length}`),
    refuse: (why: string) => response.end(why),
  });
});

beforeEach(async () => {
  arrive = makeArrivals(bound);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the head of a request and a part of its body, and waits until the server has seen the head. */
async function aSender(network: string, sent: number, length: number) {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-Network: ${network}\r\nContent-Length: ${length}\r\n\r\n`;
  socket.write(head + "x".repeat(sent));
  await once(server, "request");
  const answered = once(socket, "data").then(([bytes]) => `${bytes}`.split("\r\n").at(-1));
  return { answered, send: (more: number) => socket.write("x".repeat(more)) };
}

test("a request goes on once its body has arrived, and slow ones of others do not keep it", async () => {
  const slow = await Promise.all([aSender("a", 4, 500), aSender("a", 4, 500), aSender("a", 4, 500)]);
  const whole = await aSender("b", 500, 500);
  expect(await whole.answered).toBe("whole 500");
  slow[0]?.send(496);
  expect(await slow[0]?.answered).toBe("whole 500");
});

test("who sends too slowly is turned away", async () => {
  arrive = makeArrivals({ ...bound, patienceMs: 50 });
  const { answered } = await aSender("a", 4, 500);
  expect(await answered).toBe("slow");
});

test("of a network that has too many slow ones, the first are turned away, and no other network's", async () => {
  const other = await aSender("b", 4, 500);
  const slow = [];
  for (let number = 0; number < 5; number++) slow.push(await aSender("a", 4, 500));
  expect(await slow[0]?.answered).toBe("crowded");
  expect(await slow[1]?.answered).toBe("crowded");
  slow[2]?.send(496);
  other.send(496);
  expect(await slow[2]?.answered).toBe("whole 500");
  expect(await other.answered).toBe("whole 500");
});

test("what has arrived counts too", async () => {
  const first = await aSender("a", 4, 100 * kilobyte);
  const second = await aSender("a", 4, 100 * kilobyte);
  second.send(40 * kilobyte);
  expect(await first.answered).toBe("crowded");
});
