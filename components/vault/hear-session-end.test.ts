import { afterEach, expect, test, vi } from "vitest";
import { hearSessionEnd } from "@/components/vault/hear-session-end";

afterEach(() => vi.unstubAllGlobals());

/** Listens to a server that answers with the text it was sent. */
function listening() {
  const echo = async (_url: string, { body }: { body: string }) => new Response(body);
  vi.stubGlobal("window", { fetch: echo });
  const onEnd = vi.fn();
  hearSessionEnd(onEnd);
  const send = async (body: string, headers: Record<string, string>) => {
    const answer = await window.fetch("/vault", { method: "POST", headers, body });
    // Whoever asked can still read it.
    expect(await answer.text()).toBe(body);
  };
  return { onEnd, send };
}

const refused = (code: string) => `0:{"a":"$@1"}\n1:{"ok":false,"failure":{"code":"${code}"}}\n`;
const anAction = { "Next-Action": "7f0950f0b9" };

test("so is a question", async () => {
  const { onEnd } = listening();
  const body = JSON.stringify({ ok: false, failure: { code: "not_signed_in" } });
  await window.fetch("/api/questions/my-keys", { method: "POST", body });
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
});

test("a part of a file is not read, and one that does not come is heard", async () => {
  const body = JSON.stringify({ ok: false, failure: { code: "not_signed_in" } });
  const read = vi.spyOn(Response.prototype, "text");
  const answers = ["octet-stream", "json"].map(
    (type) => new Response(body, { headers: { "content-type": `application/${type}` } }),
  );
  vi.stubGlobal("window", { fetch: async () => answers.shift() });
  const onEnd = vi.fn();
  hearSessionEnd(onEnd);
  const part = "/api/attachments/1/parts/0";
  await window.fetch(part);
  expect(read).not.toHaveBeenCalled();
  await window.fetch(part);
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
});

test.each([
  ["another refusal", refused("not_found"), anAction],
  ["a page", refused("not_signed_in"), { rsc: "1" }],
  ["what somebody wrote", JSON.stringify({ name: '"code":"not_signed_in"' }), anAction],
])("%s is not heard; an action that nobody is signed in for is", async (_what, text, headers) => {
  const { onEnd, send } = listening();
  await send(text, headers);
  await send(refused("not_signed_in"), anAction);
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalled());
  expect(onEnd).toHaveBeenCalledOnce();
});

test("an answer to a question that says that all is well is read no further, however much comes", async () => {
  const cancelled = vi.fn();
  const body = new ReadableStream({
    pull: (stream) => stream.enqueue(new TextEncoder().encode('{"ok":true,"result":{"items":[')),
    cancel: cancelled,
  });
  vi.stubGlobal("window", { fetch: async () => new Response(body) });
  const onEnd = vi.fn();
  hearSessionEnd(onEnd);
  const answer = await window.fetch("/api/questions/my-vault");
  await answer.body?.cancel();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalled());
  expect(onEnd).not.toHaveBeenCalled();
});
