import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startServer } from "../scripts/lib/server.mjs";

/** Something typed, sent through every door in every place where a request has one. */
const canary = "Canary7Q";
const forged = `${canary}%0a{"level":60,"msg":"${canary}"}`;
const spoken = /^(Trousseau is at|First-time set-up:|Mail to) [ -~]+$/;

/** A request byte by byte: the ordinary clients refuse to send some of these. */
function send(port: number, head: string, body = ""): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1").setTimeout(5_000, () => socket.destroy());
    socket.on("error", () => {}).once("close", () => resolve());
    socket
      .resume()
      .end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  });
}

const headers = [
  "Host: 127.0.0.1",
  `User-Agent: ${canary}`,
  `Referer: http://${canary}.example/`,
  `Origin: http://${canary}.example`,
  `X-Forwarded-Host: ${canary}.example`,
  `X-Forwarded-For: ${canary}`,
  `Authorization: Bearer ${canary}`,
  `Cookie: next-auth.session-token=${canary}; trousseau-locale=${canary}`,
  `Accept-Language: ${canary}\u009b31m`,
].join("\r\n");

const paths = [
  `/${canary}`,
  `/log-in?email=${canary}&password=${canary}&${canary}`,
  `/log-in?next=${forged}`,
  `/register?token=${canary}`,
  `/invite/${canary}`,
  `/set-up/${forged}`,
  `/providers/${canary}/clients?search=${canary}`,
  `/organizations/${canary}`,
  "/admin/providers",
  "/vault",
  `/%00%1b[2J${canary}`,
  `/_next/${canary}`,
  `/_next/static/${canary}.js`,
  `/_next/image?url=${canary}`,
  `/_next/data/${canary}/log-in.json`,
  `/api/health?${canary}`,
  `/api/ready?${canary}`,
  `/api/auth/session?${canary}`,
  `/api/auth/signin?callbackUrl=http://${canary}.example`,
  `/api/auth/error?error=${canary}`,
  `/api/auth/${canary}`,
  `/api/questions/${canary}`,
  `/api/auth/callback/${canary}`,
  `//${canary}.example/`,
  `http://${canary}.example/`,
];

const form = "application/x-www-form-urlencoded";
const posts: [path: string, type: string, body: string, more?: string][] = [
  [
    "/api/auth/callback/credentials",
    form,
    `email=${canary}&authenticationHash=${canary}&csrfToken=${canary}`,
  ],
  ["/api/auth/callback/credentials", "application/json", `{"email":"${canary}`],
  ["/api/auth/signout", form, `csrfToken=${canary}`],
  ["/api/auth/_log", "application/json", `{"level":"error","code":"${canary}","message":"${canary}"}`],
  ["/api/operator/provider-invitations", "application/json", `{"email":"${canary}"}`],
  ["/log-in", "text/plain;charset=UTF-8", `["${canary}"]`, `Next-Action: ${canary}`],
  ["/log-in", "text/plain;charset=UTF-8", `["${canary}"]`, `Next-Action: ${"a0".repeat(21)}`],
  [
    "/log-in",
    `multipart/form-data; boundary=${canary}`,
    `--${canary}\r\n${canary}`,
    `Next-Action: ${canary}`,
  ],
  [
    "/log-in",
    `multipart/form-data; boundary=x`,
    `--x\r\nContent-Disposition: form-data; name="$ACTION_ID_${canary}"\r\n\r\n${canary}\r\n--x--\r\n`,
  ],
  ["/vault", form, `${canary}=${canary}`],
];

test("whatever is typed at a door, the process prints lines of the log without it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-output-"));
  const output = join(folder, "server.log");
  const env = { LOG_LEVEL: "debug", SIGNUPS: "open" };
  try {
    const server = await startServer({ dataDir: join(folder, "data"), output, env });
    const port = Number(new URL(server.url).port);
    try {
      for (const path of paths) {
        await send(port, `GET ${path} HTTP/1.1\r\n${headers}`);
        await send(port, `GET ${path} HTTP/1.1\r\n${headers}\r\nRSC: 1\r\nNext-Router-State-Tree: ${canary}`);
      }
      for (const [path, type, body, more] of posts) {
        const extra = more ? `\r\n${more}` : "";
        await send(port, `POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Type: ${type}${extra}`, body);
        // The same as a page of ours would send it, so that it gets further in.
        const own = `Host: 127.0.0.1:${port}\r\nOrigin: ${server.url}`;
        await send(port, `POST ${path} HTTP/1.1\r\n${own}\r\nContent-Type: ${type}${extra}`, body);
      }
      for (const method of ["TRACE", "PUT", "OPTIONS", "PROPFIND"])
        await send(port, `${method} /${canary} HTTP/1.1\r\n${headers}`);
      await send(port, `GET /${canary} HTTP/9.9\r\n${canary}`);
    } finally {
      await server.stop();
    }

    const lines = readFileSync(output, "utf8").split("\n").filter(Boolean);
    expect(lines.filter((line) => line.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
    const ours = lines.filter((line) => !spoken.test(line)).map((line) => JSON.parse(line));
    expect(ours.filter(({ msg, time }) => !msg || !time)).toEqual([]);
    expect(ours.filter(({ msg }) => msg === "request").length).toBeGreaterThan(paths.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
