import { expect, test } from "vitest";
import { redactedPath } from "@/lib/log/redacted-path";

test.each([
  [
    "/providers/6f1f7a52-8a3c-4f0e-9f64-1d0c8b7ad001/clients",
    "/providers/6f1f7a52-8a3c-4f0e-9f64-1d0c8b7ad001/clients",
  ],
  ["/invite/abc", "/invite/[token]"],
  ["/set-up/N3uQ0v5Yx2rT8mK1pL6wZ4aB7cD9", "/set-up/[token]"],
  ["/set-up/N3uQ0v5Yx2rT8mK1pL6wZ4aB7cD9.", "/set-up/[token]"],
  ["/clients?search=warden&after=Zm9v", "/clients?search=&after="],
  ["/log-in?hunter2&correct%20horse=1&_rsc=9", "/log-in?[name]=&[name]=&_rsc="],
  ["/brett.warden@provider.example/%0a%1b[2J", "/[token]/[token]"],
  ['/x"\n{"level":50}', "/[token]"],
  ["/_next/static/chunks/0f3a9c1b2d4e5f60718293a4.js", "/_next/static/chunks/[token]"],
  ["/api/auth/callback/credentials", "/api/auth/callback/credentials"],
  ["http://elsewhere.example/Hunter2", "[token]//elsewhere.example/[token]"],
])("%s is logged as %s", (url, kept) => {
  expect(redactedPath(url)).toBe(kept);
});

test("a very long path is cut", () => {
  expect(redactedPath(`/${"a/".repeat(1000)}`)).toHaveLength(300);
});
