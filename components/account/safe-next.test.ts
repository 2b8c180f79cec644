import { expect, test } from "vitest";
import { safeNext } from "@/components/account/safe-next";

test.each([
  ["/vault", "/vault"],
  ["/providers/1/clients?search=a%20b&sort=name#top", "/providers/1/clients?search=a%20b&sort=name#top"],
  ["/a/../join", "/join"],
])("%s is a page of ours", (next, path) => {
  expect(safeNext(next)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "/..//evil.example/",
  "/%09/\\evil.example",
  "javascript:alert(1)",
  "vault",
  "",
  "/log-in?next=/log-in",
  "/api/auth/signout",
])("%j leads nowhere", (next) => {
  expect(safeNext(next)).toBeNull();
});

test("a parameter given twice or not at all leads nowhere", () => {
  expect(safeNext(["/vault", "/vault"])).toBeNull();
  expect(safeNext(undefined)).toBeNull();
});
