import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startServer } from "../scripts/lib/server.mjs";

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

/** The status of an answer, and when it says to come again. */
async function answerTo(url: string, { body, ...sent }: Sent = {}) {
  // A connection for each: one that is kept alive may be closed by the server at any moment.
  const outgoing = request(url, { ...sent, agent: false });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  for await (const _chunk of response);
  const retryAfter = response.headers["retry-after"];
  return { status: response.statusCode ?? 0, retryAfter };
}

test("of a crowd, those beyond what the server can do are told to come again, and no page fails", {
  tag: "@long",
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-crowd-"));
  const env = { LOG_LEVEL: "silent" };
  const server = await startServer({ dataDir: join(folder, "data"), output: join(folder, "log"), env });
  try {
    await answerTo(`${server.url}/log-in`);
    const logIn = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "email=x&csrfToken=x",
    };
    const crowd = [
      ...Array.from({ length: 400 }, () => answerTo(`${server.url}/log-in`)),
      ...Array.from({ length: 200 }, () => answerTo(`${server.url}/api/auth/callback/credentials`, logIn)),
    ];
    // Whoever watches the server is not taken for one of the crowd.
    expect((await answerTo(`${server.url}/api/ready`)).status).toBe(200);

    const answers = await Promise.all(crowd);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ retryAfter }) => retryAfter !== "2")).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    expect((await answerTo(`${server.url}/log-in`)).status).toBe(200);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

/** The head of a post, and four bytes of a body that never comes. */
function aSlowPost(url: string, path: string, from: string) {
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `X-Forwarded-For: ${from}`, "Content-Length: 500"];
  socket.write(`${head.join("\r\n")}\r\n\r\ncsrf`);
  return once(socket, "connect").then(() => socket);
}

test("who sends slowly keeps nobody out", { tag: "@long" }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-slow-"));
  const env = { LOG_LEVEL: "silent", TRUST_PROXY: "1" };
  const server = await startServer({ dataDir: join(folder, "data"), output: join(folder, "log"), env });
  const as = (from: string) => ({ "x-forwarded-for": from });
  try {
    const slow = await Promise.all(
      ["/api/auth/callback/credentials", "/api/auth/signout"].flatMap((path) =>
        Array.from({ length: 48 }, (_, number) => aSlowPost(server.url, path, `198.51.${number % 3}.9`)),
      ),
    );
    const logIn = {
      method: "POST",
      headers: { ...as("203.0.113.1"), "content-type": "application/x-www-form-urlencoded" },
      body: "email=x&csrfToken=x",
    };
    const { status } = await answerTo(`${server.url}/api/auth/callback/credentials`, logIn);
    expect(status).toBeLessThan(500);
    for (const path of ["/log-in", "/api/auth/csrf"])
      expect((await answerTo(server.url + path, { headers: as("203.0.113.2") })).status).toBe(200);
    for (const socket of slow) socket.destroy();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
