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

const line = (end: string, count = 3) => `${"0".repeat(30)}${end}:${count}`;

test("asks for a range with padding, and for the same one once a day", async () => {
  const { range, calls } = asked((prefix) => new Response(`${line(prefix)}\r\n${line("FFFFF", 0)}`));
  const text = `${line("ABCDE")}\r\n${line("FFFFF", 0)}`;
  expect(await Promise.all([range("ABCDE", 0), range("ABCDE", 1)])).toEqual([text, text]);
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
  const { range, calls } = asked(() => new Response(line("00000")));
  const prefixes = Array.from({ length: 201 }, (_, i) => i.toString(16).toUpperCase().padStart(5, "0"));
  for (const prefix of prefixes) await range(prefix, 0);
  await range(prefixes[200] ?? "", 1);
  expect(calls).toHaveLength(201);
  await range(prefixes[0] ?? "", 1);
  expect(calls).toHaveLength(202);
});

const brokenOff = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(line("ABCDE")));
      controller.error(new TypeError("terminated"));
    },
  });

test.each([
  ["an error", () => new Response("", { status: 503 })],
  ["no answer", () => Promise.reject(new Error("no network"))],
  ["too much", () => new Response(`${line("ABCDE")}\n`.repeat(12_000))],
  ["nothing", () => new Response("")],
  ["the page of a network that wants a log-in", () => new Response("<html>Log in to the network</html>")],
  ["a range with something else in it", () => new Response(`${line("ABCDE")}\n<script>`)],
  ["a body that breaks off", () => new Response(brokenOff())],
])("%s is no range, and is asked for again", async (_what, answer) => {
  const { range, calls } = asked(answer);
  await expect(range("ABCDE", 0)).rejects.toThrow(RangeUnavailable);
  await expect(range("ABCDE", 1)).rejects.toThrow(RangeUnavailable);
  expect(calls).toHaveLength(2);
});
