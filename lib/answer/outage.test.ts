import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { failureOf } from "@/lib/answer/failure";
import { DatabaseAway, isOutage, namingOutages } from "@/lib/answer/outage";
import { test as withDatabase } from "@/test/database";

/** What a query ends with when `meet` is who answers at the database's address. */
async function failureOfQuery(meet: (socket: Socket) => void): Promise<unknown> {
  const server = createServer(meet).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `postgres://nobody@127.0.0.1:${port}/nothing`;
  const { db, close } = await openDatabase({ database: { driver: "pg", url } });
  try {
    return await db.transaction((tx) => tx.execute(sql`select 1`)).catch((error: unknown) => error);
  } finally {
    await close();
    server.close();
  }
}

const severe = (code: string) => `SFATAL\0C${code}\0Mno\0\0`;

/** An ErrorResponse, PostgreSQL's protocol 55.7. */
function saying(code: string) {
  const body = Buffer.from(severe(code));
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return (socket: Socket) =>
    socket.once("data", () => socket.end(Buffer.concat([Buffer.from("E"), length, body])));
}

test.each([
  ["hangs up", (socket: Socket) => socket.destroy()],
  ["is shutting down", saying("57P01")],
  ["is starting up", saying("57P03")],
  ["has no connection left", saying("53300")],
])("a database that %s is away", async (_what, meet) => {
  const error = await failureOfQuery(meet);
  expect(isOutage(error)).toBe(true);
  expect(failureOf(error, "test")).toEqual({ code: "unavailable" });
  await expect(namingOutages(Promise.reject(error))).rejects.toBeInstanceOf(DatabaseAway);
});

test("nobody at its address is an outage too", async () => {
  const { db, close } = await openDatabase({
    database: { driver: "pg", url: "postgres://nobody@127.0.0.1:1/x" },
  });
  const error = await db.execute(sql`select 1`).catch((reason: unknown) => reason);
  await close();
  expect(isOutage(error)).toBe(true);
});

test("a database that refuses the password is not away, but set up wrongly", async () => {
  expect(isOutage(await failureOfQuery(saying("28P01")))).toBe(false);
});

withDatabase("a statement that fails is no outage", async ({ tx }) => {
  const error = await tx
    .transaction((inner) => inner.execute(sql`select 1 / 0`))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isOutage(error)).toBe(false);
  await expect(namingOutages(Promise.reject(error))).rejects.toBe(error);
});
