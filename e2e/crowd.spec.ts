import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
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

test("of a crowd, those beyond what the server can do are told to come again, and no page fails", async () => {
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
