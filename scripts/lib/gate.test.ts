import { describe, expect, test } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { refusalOf } = await import("./gate.mjs" as string);

const known = { appUrl: "https://keys.provider.example", actions: new Set(["40ab"]) };
const host = "10.0.0.5:3000";

function refused(method: string, url: string, headers: Record<string, string> = {}): number | null {
  return refusalOf({ method, url, headers: { host, ...headers } }, known)?.status ?? null;
}

const action = {
  "next-action": "40ab",
  origin: known.appUrl,
  "content-type": "text/plain;charset=UTF-8",
};

describe("an address", () => {
  test.each([
    ["/log-in", null],
    ["/log-in?next=%E0%A4%A", null],
    [`http://${host}/log-in?next=/`, null],
    ["https://keys.provider.example/log-in", null],
    ["http://elsewhere.example/log-in", 400],
    ["HTTP://elsewhere.example/log-in", 400],
    ["http://%%%/", 400],
    ["ftp://elsewhere.example/", 400],
    ["*", 400],
    ["/invite/%E0%A4", 400],
    ["/api/../account", 400],
    ["/_next/static/%2e%2e/%2e%2e/log-in", 400],
    ["/a/.%2e/log-in", 400],
    ["/a/..%2flog-in", 400],
    ["/./log-in", 400],
    ["/a\\..\\log-in", 400],
    ["/identity/connect/token#x", 400],
    ["/files/..name/a.b", null],
    ["/_global-error", 404],
    ["/_error", 404],
  ])("%s gets %o", (url, status) => {
    expect(refused("GET", url)).toBe(status);
  });

  test("with this host in front of it is a path from then on", () => {
    const request = { method: "GET", url: `http://${host}/log-in?next=/`, headers: { host } };
    refusalOf(request, known);
    expect(request.url).toBe("/log-in?next=/");
  });
});

describe("a method", () => {
  test.each([
    ["HEAD", "/log-in", null],
    ["TRACE", "/log-in", 405],
    ["PUT", "/log-in", 405],
    ["POST", "/log-in", 405],
    ["TRACE", "/api/health", 405],
    ["DELETE", "/api/health", null],
  ])("%s of %s gets %o", (method, url, status) => {
    expect(refused(method, url)).toBe(status);
  });
});

describe("an action", () => {
  test.each([
    ["as our pages send it", {}, null],
    [
      "under a name that only a forwarding header gives",
      { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
      403,
    ],
    ["under the name of the request", { origin: `http://${host}` }, null],
    ["without an origin", { origin: "" }, 403],
    ["of another origin", { origin: "https://elsewhere.example" }, 403],
    ["of no origin", { origin: "null" }, 403],
    ["of two origins", { origin: `${known.appUrl}, https://elsewhere.example` }, 403],
    ["that nobody made", { "next-action": "40ac" }, 404],
    ["without a name", { "next-action": "" }, 404],
    ["in parts", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["of a form", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["from a broken place", { "next-router-state-tree": "%%%" }, 400],
    ["from no place", { "next-router-state-tree": encodeURIComponent('{"a":1}') }, 400],
    ["from a place", { "next-router-state-tree": encodeURIComponent('["",{}]') }, null],
  ])("%s gets %o", (_how, altered, status) => {
    expect(refused("POST", "/log-in", { ...action, ...altered })).toBe(status);
  });
});
