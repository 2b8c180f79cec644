import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { whenGone } from "./when-gone.mjs";

test("whoever waits for the end of an answer shares one listener, and can stop waiting", () => {
  const response = new EventEmitter() as unknown as ServerResponse;
  const gone: number[] = [];
  const stops = [1, 2, 3].map((who) => whenGone(response, () => gone.push(who)));
  expect(response.listenerCount("close")).toBe(1);
  stops[1]?.();
  response.emit("close");
  expect(gone).toEqual([1, 3]);
});
