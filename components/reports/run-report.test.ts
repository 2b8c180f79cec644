import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type ReportItem, reportItem } from "@/components/reports/report-item";
import { coveredBy, type ReportName, runReport, type Tools } from "@/components/reports/run-report";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { aLogin, somebody } from "@/test/vault";

type Wanted = {
  password?: string | null;
  totp?: string | null;
  uri?: string;
  mayReveal?: boolean;
  passkey?: true;
};

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("reader@client.example"));
});

async function aReportItem(name: string, wanted: Wanted = {}): Promise<ReportItem> {
  const { password = "unique", totp = null, uri = "https://10.20.0.1", mayReveal = true } = wanted;
  const login = aLogin(name);
  const data = { ...login.data, password, totp, uris: [{ uri, match: null }] };
  const sealed = await sealItem(vault, "user", { ...login, data });
  if (wanted.passkey) Object.assign(sealed.data, { fido2Credentials: [{ credentialId: sealed.name }] });
  const [opened] = await openItems(vault, "user", [{ ...sealed, id: name }]);
  const place = { id: name, keptIn: "Me", href: "/vault", ref: "user" as const, key: sealed.key, mayReveal };
  const item = opened && reportItem(place, opened.content);
  if (!item) throw new Error("not a login");
  return item;
}

function tools(changed: Partial<Tools> = {}) {
  const asked: string[] = [];
  const progress: string[] = [];
  const all: Tools = {
    vault,
    estimate: async (password) => ({ score: password.length > 8 ? 4 : 1, warning: null, common: false }),
    askRange: async (prefix) => {
      asked.push(prefix);
      const hash = createHash("sha1").update("password").digest("hex").toUpperCase();
      return `${hash.slice(5)}:7\r\n${"0".repeat(35)}:0`;
    },
    signal: new AbortController().signal,
    onProgress: (done, total) => progress.push(`${done} of ${total}`),
    ...changed,
  };
  return { all, asked, progress };
}

const found = async (name: ReportName, items: ReportItem[], given = tools()) =>
  (await runReport(name, items, given.all)).map(({ item, is }) => [item.name, is]);

describe("reports over logins", () => {
  test("reused: groups that share a password, the largest first", async () => {
    const items = await Promise.all([
      aReportItem("a", { password: "two" }),
      aReportItem("b", { password: "three" }),
      aReportItem("c", { password: "two" }),
      aReportItem("d", { password: "three" }),
      aReportItem("e", { password: "three" }),
      aReportItem("f", { password: "one" }),
      aReportItem("g", { password: null }),
      aReportItem("h", { password: "one", mayReveal: false }),
    ]);
    const groups = await found("reused", items);
    expect(groups.slice(0, 3).every(([, is]) => is === 3)).toBe(true);
    expect(groups.map(([name]) => name).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("weak: what is easily guessed, the weakest first, and how far it is", async () => {
    const given = tools();
    const items = [
      await aReportItem("a", { password: "short" }),
      await aReportItem("b", { password: "long enough" }),
    ];
    expect(await found("weak", items, given)).toEqual([["a", 1]]);
    expect(given.progress).toEqual(["1 of 2", "2 of 2"]);
  });

  test("exposed: only five digits of a hash are asked for, and once for each", async () => {
    const given = tools();
    const items = await Promise.all([
      aReportItem("a", { password: "password" }),
      aReportItem("b", { password: "password" }),
      aReportItem("c", { password: "something else" }),
    ]);
    expect((await found("exposed", items, given)).sort()).toEqual([
      ["a", 7],
      ["b", 7],
    ]);
    expect(given.asked).toHaveLength(2);
    for (const prefix of given.asked) expect(prefix).toMatch(/^[0-9A-F]{5}$/);
    expect(given.progress.at(-1)).toBe("2 of 2");
  });

  test("unsecured and without a second step: by address", async () => {
    const items = await Promise.all([
      aReportItem("a", { uri: "http://shop.example" }),
      aReportItem("b", { uri: "https://github.com" }),
      aReportItem("c", { uri: "https://github.com", totp: "JBSWY3DPEHPK3PXP" }),
      aReportItem("d", { uri: "https://github.com", passkey: true }),
    ]);
    expect(await found("unsecured", items)).toEqual([["a", "http://shop.example"]]);
    expect(await found("twoStep", items)).toEqual([["b", "github.com"]]);
  });
});

test("what is hidden from the reader is left out of reports about passwords, and of no others", async () => {
  const items = [await aReportItem("a"), await aReportItem("b", { mayReveal: false })];
  expect(coveredBy("weak", items).map(({ name }) => name)).toEqual(["a"]);
  expect(coveredBy("unsecured", items)).toHaveLength(2);
});

test("a report that is left ends, and one whose service fails says so", async () => {
  const leaving = new AbortController();
  leaving.abort();
  const items = [await aReportItem("a")];
  await expect(found("weak", items, tools({ signal: leaving.signal }))).rejects.toThrow();
  const failing = tools({ askRange: () => Promise.reject(new Error("503")) });
  await expect(found("exposed", items, failing)).rejects.toThrow("503");
});

test("the page goes on after each few milliseconds, whatever the number of items", async () => {
  const item = await aReportItem("a", { uri: "http://shop.example" });
  let clock = 0;
  const now = vi.spyOn(performance, "now").mockImplementation(() => clock++);
  const timer = vi.spyOn(globalThis, "setTimeout");
  const findings = await runReport(
    "unsecured",
    Array.from({ length: 1000 }, () => item),
    tools().all,
  );
  expect(findings).toHaveLength(1000);
  // Each item takes a millisecond of this clock, and a slice has twelve of them.
  expect(timer.mock.calls.length).toBeGreaterThan(70);
  now.mockRestore();
  timer.mockRestore();
});
