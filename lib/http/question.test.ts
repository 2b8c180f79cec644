import { expect, test, vi } from "vitest";
import { guarded } from "@/lib/http/guarded";
import { questionEndpoint } from "@/lib/http/question";
import { fromWire } from "@/lib/http/wire";

const begin = new Date("2026-03-01T10:00:00Z");
const since = vi.fn(async ({ name }: { name: string }) => ({ ok: true as const, result: { name, begin } }));
const endpoint = questionEndpoint({ since: guarded(since) });

const ours = { origin: "http://127.0.0.1:3000", "content-type": "application/json" };
const ask = (name: string, headers: Record<string, string> = ours, body = '{"name":"Ada"}') =>
  endpoint(new Request(`http://127.0.0.1:3000/api/questions/${name}`, { method: "POST", headers, body }), {
    params: Promise.resolve({ name }),
  });

test("a page of ours is answered, and dates stay dates", async () => {
  const response = await ask("since");
  expect(response.status).toBe(200);
  expect(fromWire(await response.text())).toEqual({ ok: true, result: { name: "Ada", begin } });
});

test("the address under which the request came is ours too", async () => {
  const headers = { ...ours, origin: "https://portal.msp.example", host: "portal.msp.example" };
  expect((await ask("since", headers)).status).toBe(200);
});

test.each([
  ["another origin", 403, "since", { ...ours, origin: "https://elsewhere.example" }],
  ["no origin", 403, "since", { "content-type": "application/json" }],
  ["an origin that is none", 403, "since", { ...ours, origin: "null" }],
  ["a form's content", 403, "since", { ...ours, "content-type": "text/plain" }],
  ["a question that nobody made", 404, "until", ours],
  ["a name that every object has", 404, "toString", ours],
])("%s is answered %i, and nothing is asked", async (_what, status, name, headers) => {
  since.mockClear();
  expect((await ask(name, headers)).status).toBe(status);
  expect(since).not.toHaveBeenCalled();
});

test("what is not JSON is refused", async () => {
  expect((await ask("since", ours, "{")).status).toBe(400);
});
