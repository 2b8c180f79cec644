import { expect, test, vi } from "vitest";
import { openRanges, RangeUnavailable } from "@/lib/breaches/ranges";

const day = 24 * 60 * 60 * 1000;

function asked(answer: (prefix: string) => Response | Promise<Response>) {
  const calls: { url: string; headers: Record<string, string> }[] = [];
  const fetchRange = vi.fn(async (url: unknown, init?: RequestInit) => {
    calls.push({ url: String(url), headers: init?.headers as Record<string, string> });
    return answer(String(url).slice(-5));
  });
  return { range: openRanges("https://breaches.example/", fetchRange as typeof fetch), calls };
}

test("asks for a range with padding, and for the same one once a day", async () => {
  const { range, calls } = asked((prefix) => new Response(`range ${prefix}`));
  expect(await Promise.all([range("ABCDE", 0), range("ABCDE", 1)])).toEqual(["range ABCDE", "range ABCDE"]);
  await range("ABCDE", day - 1);
  expect(calls).toEqual([
    {
      url: "https://breaches.example/range/ABCDE",
      headers: expect.objectContaining({ "Add-Padding": "true" }),
    },
  ]);
  await range("ABCDE", day);
  expect(calls).toHaveLength(2);
});

test("keeps two hundred ranges, the newest ones", async () => {
  const { range, calls } = asked(() => new Response(""));
  const prefixes = Array.from({ length: 201 }, (_, i) => i.toString(16).toUpperCase().padStart(5, "0"));
  for (const prefix of prefixes) await range(prefix, 0);
  await range(prefixes[200] ?? "", 1);
  expect(calls).toHaveLength(201);
  await range(prefixes[0] ?? "", 1);
  expect(calls).toHaveLength(202);
});

test.each([
  ["an error", () => new Response("", { status: 503 })],
  ["no answer", () => Promise.reject(new Error("no network"))],
  ["too much", () => new Response("A".repeat(400_001))],
])("%s is no range, and is asked for again", async (_what, answer) => {
  const { range, calls } = asked(answer);
  await expect(range("ABCDE", 0)).rejects.toThrow(RangeUnavailable);
  await expect(range("ABCDE", 1)).rejects.toThrow(RangeUnavailable);
  expect(calls).toHaveLength(2);
});
