import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeBound, makeDoor, makeShare } = await import("./door.mjs" as string);

/** A request that says how it went: `waiting`, `running` or `refused`. Its end is a call of `close`. */
function aRequest() {
  const response = new EventEmitter();
  const request = {
    response,
    went: "waiting",
    run: () => {
      request.went = "running";
    },
    refuse: () => {
      request.went = "refused";
    },
    close: () => response.emit("close"),
  };
  return request;
}
type Request = ReturnType<typeof aRequest>;
const went = (requests: Request[]) => requests.map(({ went }) => went);

test("so many run at once, some wait in the order they came, the rest is refused at once", () => {
  const admit = makeBound({ atOnce: 2, inLine: 2, patienceMs: 1000 });
  const all = Array.from({ length: 6 }, aRequest);
  for (const request of all) admit(request);
  expect(went(all)).toEqual(["running", "running", "waiting", "waiting", "refused", "refused"]);
  all[0]?.close();
  expect(went(all).slice(2, 4)).toEqual(["running", "waiting"]);
  all[1]?.close();
  all[2]?.close();
  expect(went(all).slice(2, 4)).toEqual(["running", "running"]);
});

test("whoever waited long enough is refused, and whoever left is forgotten", () => {
  vi.useFakeTimers();
  const admit = makeBound({ atOnce: 1, inLine: 2, patienceMs: 1000 });
  const [first, second, third, fourth] = Array.from({ length: 4 }, aRequest) as [
    Request,
    Request,
    Request,
    Request,
  ];
  for (const request of [first, second, third]) admit(request);
  second.close();
  admit(fourth);
  expect(went([second, third, fourth])).toEqual(["waiting", "waiting", "waiting"]);
  vi.advanceTimersByTime(1000);
  expect(went([second, third, fourth])).toEqual(["waiting", "refused", "refused"]);
  first.close();
  const fifth = aRequest();
  admit(fifth);
  expect(fifth.went).toBe("running");
  vi.useRealTimers();
});

test("one network has its share, and gets it back", () => {
  const shareOut = makeShare(2);
  const all = Array.from({ length: 4 }, aRequest);
  for (const request of all.slice(0, 3)) shareOut("203.0.113.7", request);
  shareOut("203.0.113.8", all[3]);
  expect(went(all)).toEqual(["running", "running", "refused", "running"]);
  all[0]?.close();
  const again = aRequest();
  shareOut("203.0.113.7", again);
  expect(again.went).toBe("running");
});

test("a crowd at log-in takes few of the places, and health is told whatever happens", () => {
  const door = makeDoor((address: string) => address);
  let sender = 0;
  const ask = (url: string) => {
    sender += 1;
    const request = aRequest();
    door({ url, headers: { "x-real-ip": `198.51.100.${sender}` } }, request);
    return request.went;
  };
  const logIns = Array.from({ length: 200 }, () => ask("/api/auth/callback/credentials?x"));
  expect(logIns.filter((word) => word === "running")).toHaveLength(8);
  expect(logIns.filter((word) => word === "refused").length).toBeGreaterThan(100);
  expect(ask("/vault")).toBe("running");
  for (let page = 0; page < 300; page++) ask("/vault");
  expect(ask("/vault")).toBe("refused");
  for (const url of ["/api/health", "/api/ready?x", "/_next/static/chunks/a.js"])
    expect(ask(url)).toBe("running");
});
