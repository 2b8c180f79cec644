import { readAhead } from "./inbound.mjs";
import { makeShares } from "./shares.mjs";
import { whenGone } from "./when-gone.mjs";

/** What a request costs that waits for its body, besides the body: its headers, its connection. */
const waiting = 16 * 1024;

/**
 * Where requests wait until their body has arrived: in front of the door, so that a slow sender takes no slot.
 * Each has so much time, and each network so much memory.
 *
 * @param {{ ofOneNetwork: number, inAll: number, patienceMs: number }} bound `ofOneNetwork`, `inAll`: in bytes
 */
export function makeArrivals({ patienceMs, ...bound }) {
  const share = makeShares(bound);

  /**
   * @param {object} arriving
   * @param {import("node:http").IncomingMessage} arriving.request
   * @param {import("node:http").ServerResponse} arriving.response
   * @param {string} arriving.network
   * @param {(body: Buffer) => void} arriving.whole
   * @param {(why: "slow" | "crowded") => void} arriving.refuse
   */
  return ({ request, response, network, whole, refuse }) => {
    let held = null;
    const leave = () => {
      clearTimeout(impatience);
      held?.leave();
    };
    const turnAway = (why) => {
      leave();
      body.forget();
      refuse(why);
    };
    const arrived = (bytes) => {
      leave();
      whole(bytes);
    };
    const body = readAhead(request, arrived, () => held?.weigh());
    const impatience = setTimeout(() => turnAway("slow"), patienceMs);
    whenGone(response, leave);
    held = share({ network, bytes: () => waiting + body.bytes(), cutOff: () => turnAway("crowded") });
  };
}
