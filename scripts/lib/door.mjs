/**
 * @typedef {object} Entry
 * @property {string} network where it comes from
 * @property {import("node:http").ServerResponse} response
 * @property {() => void} run
 * @property {() => void} refuse
 */

/**
 * Lets so many run at once, fewer of one network, so that a single sender of slow requests cannot take every
 * place. Some more wait in line for a moment, and whoever is beyond is refused at once.
 *
 * @param {{ atOnce: number, ofOneNetwork: number, inLine: number, patienceMs: number }} bound
 * @returns {(entry: Entry) => void}
 */
export function makeBound({ atOnce, ofOneNetwork, inLine, patienceMs }) {
  /** @type {Map<string, number>} */
  const held = new Map();
  let running = 0;
  /** @type {Set<{ network: string, start: () => void }>} */
  const line = new Set();

  const heldBy = (network) => held.get(network) ?? 0;
  const mayRun = ({ network }) => running < atOnce && heldBy(network) < ofOneNetwork;
  const hold = (network, change) => {
    running += change;
    held.set(network, heldBy(network) + change);
    if (heldBy(network) === 0) held.delete(network);
  };

  const start = ({ network, response, run }) => {
    hold(network, 1);
    response.once("close", () => {
      hold(network, -1);
      for (const waiting of line) if (mayRun(waiting)) return waiting.start();
    });
    run();
  };

  return (entry) => {
    const { network, response, refuse } = entry;
    if (mayRun(entry)) return start(entry);
    if (line.size >= inLine) return refuse();
    const leave = () => {
      clearTimeout(impatience);
      line.delete(waiting);
      response.off("close", leave);
    };
    const waiting = {
      network,
      start() {
        leave();
        start(entry);
      },
    };
    const impatience = setTimeout(() => {
      leave();
      refuse();
    }, patienceMs);
    response.once("close", leave);
    line.add(waiting);
  };
}

/** Costs nothing, or tells how the process is: never kept waiting. */
const alwaysOpen = /^\/(_next\/static\/|api\/(health|ready)$)/;
const logIn = /^\/api\/auth\/callback\//;

/**
 * The door of the server. Pages are made by one thread, so that more of them at once would not be ready
 * sooner. Log-ins, which are made to be slow, have a line of their own and take few of the places.
 *
 * @returns {(url: string, entry: Entry) => void}
 */
export function makeDoor() {
  const admit = makeBound({ atOnce: 16, ofOneNetwork: 12, inLine: 128, patienceMs: 4_000 });
  const admitLogIn = makeBound({ atOnce: 4, ofOneNetwork: 4, inLine: 64, patienceMs: 4_000 });

  return (url, entry) => {
    const path = url.split("?", 1)[0];
    if (alwaysOpen.test(path)) return entry.run();
    if (logIn.test(path)) return admitLogIn({ ...entry, run: () => admit(entry) });
    admit(entry);
  };
}
