import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type APIRequestContext, expect, test } from "@playwright/test";

const origin = process.env.BASE_URL ?? "";
const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
const [someAction = ""] = Object.keys(manifest.node);

/** Calls a server action as a page of ours does, but for what is `altered`. */
const act = (request: APIRequestContext, data: string | Buffer, altered: Record<string, string> = {}) =>
  request.post("/log-in", {
    data,
    headers: { "next-action": someAction, "content-type": "text/plain;charset=UTF-8", origin, ...altered },
  });

/** Sends lines as they are, and answers the status. */
async function statusOf(lines: string[]): Promise<number> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write([...lines, "connection: close", "", ""].join("\r\n"));
  return Number(/^HTTP\/1.1 (\d+)/.exec(await text(socket))?.[1]);
}

const onEverything = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};

test("pages carry a policy with a fresh nonce, and are never stored", async ({ request }) => {
  const nonces = new Set<string>();
  for (let visit = 0; visit < 2; visit++) {
    const response = await request.get("/log-in", {
      headers: { "content-security-policy": "default-src *" },
    });
    const headers = response.headers();
    expect(headers).toMatchObject(onEverything);
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers).not.toHaveProperty("x-powered-by");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src [^;]*('unsafe-inline'|'unsafe-eval')/);
    expect(policy).not.toContain("default-src *");
    nonces.add(/script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
  }
  expect(nonces.size).toBe(2);
  expect(nonces.has("none")).toBe(false);
});

test("a policy comes with whatever is not an answer of the API, however its path ends", async ({
  request,
}) => {
  for (const path of [
    ...["/favicon.svg", "/link/expired.html", "/nothing.here", "/providers/some.thing/clients", "/nothing"],
    ...["/_next/data/nothing.json", "/_next/static/nothing.js", "/_next/image", "/_error", "/log-in/"],
  ]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.headers()["content-security-policy"], path).toContain("form-action 'none'");
  }
});

test("answers of the API may load nothing at all", async ({ request }) => {
  for (const path of ["/api/health", "/api/ready"]) {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      ...onEverything,
      "content-security-policy": "default-src 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  }
});

test("every answer has an id of the server's own making", async ({ request }) => {
  const mine = "00000000-0000-4000-8000-000000000000";
  const response = await request.get("/api/health", { headers: { "x-request-id": mine } });
  expect(response.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers()["x-request-id"]).not.toBe(mine);
});

test("the operator's door looks as if it were not there", async ({ request }) => {
  const response = await request.post("/api/operator/provider-invitations", {
    data: { email: "brett.warden@provider.example", teamsSeats: 1, enterpriseSeats: 1 },
  });
  expect(response.status()).toBe(404);
});

test("a body that no form sends is refused", async ({ request }) => {
  const response = await request.post("/log-in", { data: "x".repeat(5 * 1024 * 1024) });
  expect(response.status()).toBe(413);
});

test("what is the caller's fault is answered as such, and leaves nothing on the error log", async ({
  request,
}) => {
  expect((await act(request, "[{}]")).status()).toBe(200);
  expect((await act(request, "[{}]", { origin: "" })).status()).toBe(403);
  expect((await act(request, "[{}]", { origin: "null" })).status()).toBe(403);
  expect((await act(request, "[{}]", { origin: "https://elsewhere.example" })).status()).toBe(403);
  expect((await act(request, "[{}]", { "next-action": `40${"ab".repeat(20)}` })).status()).toBe(404);
  expect((await act(request, "[{}]", { "content-type": "multipart/form-data; boundary=x" })).status()).toBe(
    400,
  );
  expect((await act(request, "[{}]", { "next-router-state-tree": "%%%" })).status()).toBe(400);
  for (const body of ["", "{{{", '["$F1"]', '["$B1"]', '["$0:5:x"]', "[".repeat(20_000)])
    expect((await act(request, body)).status(), body.slice(0, 20)).toBe(400);
  expect((await act(request, `["${"x".repeat(1_500_000)}"]`)).status()).toBe(413);
  expect((await request.post("/log-in", { form: { email: "a", password: "b" } })).status()).toBe(405);

  for (const method of ["TRACE", "PUT", "PROPFIND"])
    expect((await request.fetch("/log-in", { method })).status(), method).toBe(405);
  for (const path of ["/_global-error", "/_error", "/api/auth/session", "/api/auth/callback/nothing"])
    expect((await request.get(path)).status(), path).toBe(404);
  expect((await request.get("/invite/%E0%A4")).status()).toBe(400);
  expect((await request.get("/api/auth/csrf?callbackUrl=%00")).status()).toBe(400);
  const odd = { cookie: "next-auth.callback-url=%00; __Secure-next-auth.callback-url=javascript:alert(1)" };
  for (const path of ["/api/auth/csrf", "/log-in"])
    expect((await request.get(path, { headers: odd })).status(), path).toBe(200);
  const json = { data: "{bad", headers: { "content-type": "application/json" } };
  expect((await request.post("/api/auth/callback/credentials", json)).status()).toBe(400);

  expect(readFileSync(process.env.SERVER_OUTPUT ?? "", "utf8")).not.toMatch(/⨯|Error/);
});

test("an address with another host in front of it is not served", async () => {
  const host = `host: ${new URL(origin).host}`;
  expect(await statusOf([`GET ${origin}/log-in HTTP/1.1`, host])).toBe(200);
  expect(await statusOf(["GET http://elsewhere.example/log-in HTTP/1.1", host])).toBe(400);
  expect(await statusOf(["GET * HTTP/1.1", host])).toBe(400);
});

test("a page runs no script that its markup smuggles in", async ({ page }) => {
  await page.goto("/log-in");
  const ran = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const picture = document.createElement("div");
        picture.innerHTML = '<img src="/nothing.png" onerror="window.smuggled = true">';
        picture.firstElementChild?.addEventListener("error", () => resolve("smuggled" in window));
        document.body.append(picture);
      }),
  );
  expect(ran).toBe(false);
});

test("a request to change the protocol is answered as an ordinary one", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () =>
      socket.write(
        `GET /api/health HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n`,
      ),
    );
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject).once("close", () => reject(new Error("no answer")));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});
