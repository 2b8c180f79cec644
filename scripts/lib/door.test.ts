import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeBound, makeDoor } = await import("./door.mjs" as string);

/** A request that says how it went: `waiting`, `running` or `refused`. Its end is a call of `close`. */
function aRequest(network = "203.0.113.7") {
  const response = new EventEmitter();
  const request = {
    network,
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

function someRequests(count: number, bound: object) {
  const admit = makeBound({ ofOneNetwork: 9, patienceMs: 1000, ...bound });
  const requests = Array.from({ length: count }, () => aRequest());
  for (const request of requests) admit(request);
  const close = (index: number) => requests[index]?.close();
  return { admit, close, went: () => requests.map(({ went }) => went) };
}

test("so many run at once, some wait in the order they came, the rest is refused at once", () => {
  const { close, went } = someRequests(6, { atOnce: 2, inLine: 2 });
  expect(went()).toEqual(["running", "running", "waiting", "waiting", "refused", "refused"]);
  close(0);
  expect(went().slice(2, 4)).toEqual(["running", "waiting"]);
  close(1);
  close(2);
  expect(went().slice(2, 4)).toEqual(["running", "running"]);
});

test("whoever waited long enough is refused, and whoever left is forgotten", () => {
  vi.useFakeTimers();
  const { admit, close, went } = someRequests(3, { atOnce: 1, inLine: 2 });
  close(1);
  const late = aRequest();
  admit(late);
  expect([...went(), late.went]).toEqual(["running", "waiting", "waiting", "waiting"]);
  vi.advanceTimersByTime(1000);
  expect([...went(), late.went]).toEqual(["running", "waiting", "refused", "refused"]);
  close(0);
  const next = aRequest();
  admit(next);
  expect(next.went).toBe("running");
  vi.useRealTimers();
});

test("one network leaves places for others, and gets its own back", () => {
  const { admit, close, went } = someRequests(3, { atOnce: 3, ofOneNetwork: 2, inLine: 5 });
  const other = aRequest("203.0.113.8");
  admit(other);
  expect([...went(), other.went]).toEqual(["running", "running", "waiting", "running"]);
  other.close();
  expect(went()[2]).toBe("waiting");
  close(0);
  expect(went()[2]).toBe("running");
});

test("a crowd at log-in takes few of the places, and health is told whatever happens", () => {
  const door = makeDoor();
  let sender = 0;
  const ask = (url: string) => {
    sender += 1;
    const request = aRequest(`198.51.100.${sender}`);
    door(url, request);
    return request.went;
  };
  const logIns = Array.from({ length: 200 }, () => ask("/api/auth/callback/credentials?x"));
  expect(logIns.filter((word) => word === "running")).toHaveLength(4);
  expect(logIns.filter((word) => word === "refused").length).toBeGreaterThan(100);
  expect(ask("/vault")).toBe("running");
  for (let page = 0; page < 300; page++) ask("/vault");
  expect(ask("/vault")).toBe("refused");
  for (const url of ["/api/health", "/api/ready?x", "/_next/static/chunks/a.js"])
    expect(ask(url)).toBe("running");
});
