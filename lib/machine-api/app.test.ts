import { expect, test, vi } from "vitest";
import { machineApi } from "@/lib/machine-api/app";
import { call, send } from "@/test/machine";

const broken = vi.hoisted(() => ({ error: undefined as unknown }));
vi.mock("@/db/index", () => ({
  database: () => {
    throw broken.error;
  },
}));

const prelogin = "/identity/accounts/prelogin";
const json = { "content-type": "application/json" };
const notRead = {
  message:
    "What was sent here is not of the form that this address takes. An app that sends it may need an update.",
  validationErrors: null,
  object: "error",
};

test.each([
  ["no JSON", "{", json],
  ["a key that comes twice", '{"email":"a@b.example","email":"c@d.example"}', json],
  ["a key that comes twice in two spellings", '{"email":"a@b.example","\\u0065mail":"c@d.example"}', json],
  ["what is too deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, json],
  ["what is no UTF-8", Buffer.from([0x22, 0xff, 0x22]), json],
  ["a form", "email=a@b.example", { "content-type": "application/x-www-form-urlencoded" }],
  ["JSON under another name", '{"email":"a@b.example"}', { "content-type": "text/plain" }],
])("%s is refused in the form of the apps", async (_what, body, headers) => {
  expect(await call(prelogin, { method: "POST", body, headers })).toMatchObject({
    status: 400,
    body: notRead,
  });
});

test("a megabyte of opened strings is refused at once", async () => {
  // Looked through for keys before it is known to be JSON, it would take longer than a test may.
  const { status } = await call(prelogin, { method: "POST", body: '"\\'.repeat(500_000), headers: json });
  expect(status).toBe(400);
});

test("the same key in two objects, and quotation marks in texts, are read", async () => {
  const body = '{"email":{"email":"\\"{,"},"a":[{"email":1},{"email":2}]}';
  const { status, body: answer } = await call(prelogin, { method: "POST", body, headers: json });
  expect(status).toBe(400);
  // It was read, and is not what the address takes.
  expect(answer).toMatchObject({ validationErrors: { email: [expect.any(String)] } });
});

test.each([[[]], ["text"], [null], [7], [{}], [{ email: [] }]])(
  "%j where an object belongs is refused",
  async (body) => {
    expect(await send(prelogin, body)).toMatchObject({ status: 400, body: { object: "error" } });
  },
);

test("what is not here answers alike for every address and method", async () => {
  const answers = await Promise.all([
    call("/api/nothing"),
    call("/identity/nothing", { method: "POST" }),
    call(prelogin),
    call("/api/config", { method: "DELETE" }),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(404);
    expect(answer.text).toBe(answers[0]?.text);
  }
});

test("a trailing slash and a dangling question mark lead to the same route", async () => {
  for (const path of ["/api/config/", "/api/config?", "/api/config?x=1"])
    expect((await call(path)).status).toBe(200);
});

test("a fault of ours is told with the id under which the log has it, and nothing else", async () => {
  broken.error = new Error("secret detail");
  const { status, body, text } = await send(prelogin, { email: "a@b.example" });
  expect(status).toBe(500);
  expect(body).toMatchObject({ object: "error", exceptionMessage: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(text).not.toContain("secret");
});

test("a database that is away is 503 with when to come again", async () => {
  broken.error = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const { status, headers } = await send(prelogin, { email: "a@b.example" });
  expect(status).toBe(503);
  expect(headers.get("retry-after")).toBe("10");
});

test("a page of ours and Safari's extension may read answers; no other page may", async () => {
  const originsLet = async (origin: string) =>
    (await call("/api/config", { headers: { origin } })).headers.get("access-control-allow-origin");
  expect(await originsLet("file://")).toBe("file://");
  expect(await originsLet("http://127.0.0.1:3000")).toBe("http://127.0.0.1:3000");
  expect(await originsLet("https://evil.example")).toBeNull();

  const asked = await call("/identity/connect/token", { method: "OPTIONS", headers: { origin: "file://" } });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(asked.headers.get("access-control-allow-origin")).toBe("file://");
});

test("our own doors under /api stay with Next", () => {
  const here = [
    "/api/config",
    "/api/sync",
    "/identity/connect/token",
    "/events/collect",
    "/api",
    "/api/authors",
  ];
  const ofNext = [
    "/api/auth/session",
    "/api/ready",
    "/api/health",
    "/api/questions/x",
    "/api/operator/x",
    "/",
    "/apis",
  ];
  expect(here.filter((path) => !machineApi.answersAt(path))).toEqual([]);
  expect(ofNext.filter(machineApi.answersAt)).toEqual([]);
});

test("a HEAD reads nothing", async () => {
  expect((await call("/api/config", { method: "HEAD" })).status).toBe(404);
});
