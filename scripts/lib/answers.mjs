import { makeShares } from "./shares.mjs";
import { whenGone } from "./when-gone.mjs";

/**
 * Lets answers be made without waiting for who reads them, and bounds what is then kept until it is read: by
 * memory for each network, and by time for a connection that takes nothing at all.
 *
 * @param {{ ofOneNetwork: number, inAll: number, patienceMs: number }} bound `ofOneNetwork`, `inAll`: in bytes
 */
export function makeAnswers({ patienceMs, ...bound }) {
  const share = makeShares(bound);

  /**
   * To be called before anything else looks at the response. It emits `made` once the answer is whole.
   *
   * @param {import("node:http").ServerResponse} response
   * @param {string} network
   */
  return (response, network) => {
    const { write, end } = response;
    let unread = null;
    let isGone = false;
    const begun = () => {
      if (isGone) return;
      // Node looks whether something of what waits was taken meanwhile, and after the answer it sets its own time.
      response.socket?.setTimeout(patienceMs);
      unread ??= share({
        network,
        bytes: () => response.writableLength,
        cutOff: () => response.destroy(),
      });
      unread.weigh();
    };
    whenGone(response, () => {
      isGone = true;
      unread?.leave();
    });
    // Whoever writes is told that there is room, and goes on.
    response.write = (...chunk) => {
      write.apply(response, chunk);
      begun();
      return true;
    };
    response.end = (...chunk) => {
      end.apply(response, chunk);
      begun();
      response.emit("made");
      return response;
    };
  };
}
