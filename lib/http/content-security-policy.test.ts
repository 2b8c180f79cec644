import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

const nonce = "bm9uY2U=";

test("a page runs the scripts of its nonce, and evaluates nothing but WebAssembly", () => {
  const policy = contentSecurityPolicy({ nonce, https: true, development: false });
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval';`);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).toContain("upgrade-insecure-requests");
});

test("without https nothing is upgraded to it", () => {
  const policy = contentSecurityPolicy({ nonce, https: false, development: false });
  expect(policy).not.toContain("upgrade-insecure-requests");
});
