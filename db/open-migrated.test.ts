import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openMigrated } from "@/db/open-migrated";

/** An ErrorResponse, PostgreSQL's protocol 55.7. */
function refusing(words: string): Buffer {
  const body = Buffer.from(`SFATAL\0C28P01\0M${words}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from("E"), length, body]);
}

test("a database that refuses is named by its setting, its place and its reason, without the password", async () => {
  const words = 'password "hunter2" failed for user "portal"';
  const server = createServer((socket) => socket.once("data", () => socket.end(refusing(words))));
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `postgres://portal:hunter2@127.0.0.1:${port}/trousseau`;
  await expect(openMigrated({ database: { driver: "pg", url } })).rejects.toThrow(
    `DATABASE_URL: the database at 127.0.0.1:${port}/trousseau cannot be used: password "…" failed for user "portal"`,
  );
});

test("so is one that is not there", async () => {
  const url = "postgres://portal:hunter2@127.0.0.1:1/trousseau";
  await expect(openMigrated({ database: { driver: "pg", url } })).rejects.toThrow(
    "DATABASE_URL: the database at 127.0.0.1:1/trousseau cannot be used: connect ECONNREFUSED 127.0.0.1:1",
  );
});
