/** @type {WeakMap<import("node:http").ServerResponse, Set<() => void>>} */
const waiting = new WeakMap();

/**
 * Calls back once the connection of an answer is over, whether all of it was read or not. All who wait for that share
 * one listener: Next adds some of its own to each answer, and node warns of a leak from eleven on.
 *
 * @param {import("node:http").ServerResponse} response
 * @param {() => void} act
 * @returns {() => void} how to wait no more
 */
export function whenGone(response, act) {
  const acts = waiting.get(response) ?? listen(response);
  // Two that are alike are two.
  const mine = () => act();
  acts.add(mine);
  return () => acts.delete(mine);
}

function listen(response) {
  const acts = new Set();
  waiting.set(response, acts);
  response.once("close", () => {
    for (const act of acts) act();
  });
  return acts;
}
