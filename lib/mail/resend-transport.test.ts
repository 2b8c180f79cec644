import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NotSent } from "@/lib/mail/letter";
import { resendTransport } from "@/lib/mail/resend-transport";

type Seen = { path: string | undefined; headers: IncomingHttpHeaders; body: unknown };
type Answer = { status: number; headers?: Record<string, string>; body: unknown };

const seen: Seen[] = [];
let answer: Answer;

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    seen.push({ path: request.url, headers: request.headers, body: JSON.parse(body) });
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
});

beforeEach(async () => {
  seen.length = 0;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterEach(() => new Promise((closed) => server.close(closed)));

const letter = {
  key: "provider.removed/1",
  to: "betty.warden@provider.example",
  subject: "Subject",
  text: "text",
  html: "<p>html</p>",
  link: null,
  createdAt: new Date(),
};

function transport() {
  const { port } = server.address() as AddressInfo;
  const from = "Trousseau <portal@provider.example>";
  return resendTransport({ by: "resend", apiKey: "re_test", baseUrl: `http://127.0.0.1:${port}`, from });
}

test("a letter goes to one recipient, with its idempotency key", async () => {
  answer = { status: 200, body: { id: "1" } };
  await transport()(letter);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    path: "/emails",
    headers: { "idempotency-key": "provider.removed/1", authorization: "Bearer re_test" },
    body: {
      from: "Trousseau <portal@provider.example>",
      to: "betty.warden@provider.example",
      subject: "Subject",
      text: "text",
      html: "<p>html</p>",
    },
  });
});

test("a refusal is worth another attempt, when the service asks for it", async () => {
  answer = {
    status: 429,
    headers: { "retry-after": "120" },
    body: { name: "rate_limit_exceeded", statusCode: 429, message: "slow down" },
  };
  await expect(transport()(letter)).rejects.toMatchObject(new NotSent("rate_limit_exceeded 429", 120));
});

test("a key that was used for an earlier wording means that the mail has left", async () => {
  answer = { status: 409, body: { name: "invalid_idempotent_request", statusCode: 409, message: "" } };
  await expect(transport()(letter)).resolves.toBeUndefined();
});

test("a service that is away is an attempt that failed", async () => {
  const sending = transport();
  await new Promise((closed) => server.close(closed));
  await expect(sending(letter)).rejects.toBeInstanceOf(NotSent);
});
