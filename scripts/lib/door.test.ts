import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";

// Plain JavaScript, which runs in production without a build: no types to import.
const { makeBound, makeDoor } = await import("./door.mjs" as string);

/**
 * A request that says how it went: `waiting`, `running` or `refused`. Its end is a call of `close`, or of `leave` when
 * who asked went away.
 */
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
    /** The answer is made, and read. */
    close: () => {
      response.emit("made");
      response.emit("close");
    },
    leave: () => response.emit("close"),
  };
  return request;
}

function someRequests(count: number, bound: object) {
  const admit = makeBound({ ofOneNetwork: 9, inLineOfOneNetwork: 9, patienceMs: 1000, ...bound });
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

test("one network leaves slots for others, and gets its own back", () => {
  const { admit, close, went } = someRequests(3, { atOnce: 3, ofOneNetwork: 2, inLine: 5 });
  const other = aRequest("203.0.113.8");
  admit(other);
  expect([...went(), other.went]).toEqual(["running", "running", "waiting", "running"]);
  other.close();
  expect(went()[2]).toBe("waiting");
  close(0);
  expect(went()[2]).toBe("running");
});

test("one network leaves room in the line for others", () => {
  const { admit, went } = someRequests(4, { atOnce: 1, inLine: 3, inLineOfOneNetwork: 2 });
  const other = aRequest("203.0.113.8");
  admit(other);
  expect([...went(), other.went]).toEqual(["running", "waiting", "waiting", "refused", "waiting"]);
});

test("a slot is free once the answer is made, whether or not it is read", () => {
  const admit = makeBound({ atOnce: 1, ofOneNetwork: 1, inLine: 0, inLineOfOneNetwork: 0, patienceMs: 1 });
  const [first, second, third] = [aRequest(), aRequest(), aRequest()];
  admit(first);
  first.response.emit("made");
  admit(second);
  first.leave();
  admit(third);
  expect([second.went, third.went]).toEqual(["running", "refused"]);
});

test("who leaves early does not get the slot back before the work is over", async () => {
  const admit = makeBound({ atOnce: 1, ofOneNetwork: 1, inLine: 5, inLineOfOneNetwork: 5, patienceMs: 1000 });
  let finish = () => {};
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const [first, second] = [aRequest(), aRequest()];
  const over = admit({ ...first, run: () => work });
  admit(second);
  first.leave();
  await Promise.resolve();
  expect(second.went).toBe("waiting");
  finish();
  await over;
  expect(second.went).toBe("running");
});

test("and so it is for the work of a log-in, which passes two lines", async () => {
  const door = makeDoor();
  const leaving = Array.from({ length: 3 }, () => aRequest());
  for (const request of leaving)
    door("/api/auth/callback/credentials", { ...request, run: () => new Promise(() => {}) });
  for (const request of leaving) request.leave();
  await Promise.resolve();
  const next = aRequest();
  door("/api/auth/callback/credentials", next);
  expect(next.went).toBe("waiting");
  next.leave();
});

test("one network takes no line whole", () => {
  for (const url of ["/vault", "/api/auth/callback/credentials"]) {
    const door = makeDoor();
    for (let number = 0; number < 300; number++) door(url, aRequest());
    const other = aRequest("203.0.113.8");
    door(url, other);
    expect(other.went).toBe("running");
  }
});

test.each([
  "/api/auth/callback/credentials?x",
  "/api/auth/%63allback/credentials",
  "/identity/connect/token",
  "/identity/connect/token/",
  "/identity/connect/toke%6e?x",
  "/api/two-factor/send-email-login",
])("a crowd at log-in (%s) takes few of the slots, and health is told whatever happens", (logIn) => {
  const door = makeDoor();
  let sender = 0;
  const ask = (url: string) => {
    sender += 1;
    const request = aRequest(`198.51.100.${sender}`);
    door(url, request);
    return request.went;
  };
  const logIns = Array.from({ length: 200 }, () => ask(logIn));
  expect(logIns.filter((word) => word === "running")).toHaveLength(4);
  expect(logIns.filter((word) => word === "refused").length).toBeGreaterThan(100);
  expect(ask("/vault")).toBe("running");
  for (let page = 0; page < 300; page++) ask("/vault");
  expect(ask("/vault")).toBe("refused");
  for (const url of ["/api/health", "/api/ready?x", "/_next/static/chunks/a.js"])
    expect(ask(url)).toBe("running");
});
