/**
 * @typedef {object} Entry
 * @property {import("node:http").ServerResponse} response
 * @property {() => void} run
 * @property {() => void} refuse
 */

/**
 * Lets so many run at once. Some more wait in line for a moment, and whoever is beyond is refused at once.
 *
 * @param {{ atOnce: number, inLine: number, patienceMs: number }} bound
 * @returns {(entry: Entry) => void}
 */
export function makeBound({ atOnce, inLine, patienceMs }) {
  let running = 0;
  /** @type {Set<{ start: () => void }>} */
  const line = new Set();

  const start = ({ response, run }) => {
    running += 1;
    response.once("close", () => {
      running -= 1;
      const [first] = line;
      first?.start();
    });
    run();
  };

  return (entry) => {
    if (running < atOnce) return start(entry);
    if (line.size >= inLine) return entry.refuse();
    const leave = () => {
      clearTimeout(impatience);
      line.delete(waiting);
      entry.response.off("close", leave);
    };
    const waiting = {
      start() {
        leave();
        start(entry);
      },
    };
    const impatience = setTimeout(() => {
      leave();
      entry.refuse();
    }, patienceMs);
    entry.response.once("close", leave);
    line.add(waiting);
  };
}

/**
 * Refuses what would be more than `share` of one network, so that a single sender of slow requests cannot take
 * every place.
 *
 * @param {number} share
 * @returns {(network: string, entry: Entry) => void}
 */
export function makeShare(share) {
  const held = new Map();
  return (network, { response, run, refuse }) => {
    const count = held.get(network) ?? 0;
    if (count >= share) return refuse();
    held.set(network, count + 1);
    response.once("close", () => {
      const rest = held.get(network) - 1;
      if (rest > 0) held.set(network, rest);
      else held.delete(network);
    });
    run();
  };
}

/** Costs nothing, or tells how the process is: never kept waiting. */
const alwaysOpen = /^\/(_next\/static\/|api\/(health|ready)$)/;
const logIn = /^\/api\/auth\/callback\//;

/**
 * The door of the server. Log-ins, which are made to be slow, have a line of their own and take few of the
 * places.
 *
 * @param {(address: string) => string} networkOf
 */
export function makeDoor(networkOf) {
  const admit = makeBound({ atOnce: 64, inLine: 128, patienceMs: 2_000 });
  const admitLogIn = makeBound({ atOnce: 8, inLine: 64, patienceMs: 4_000 });
  const shareOut = makeShare(128);

  /** @param {import("node:http").IncomingMessage} request */
  return (request, entry) => {
    const path = request.url.split("?", 1)[0];
    if (alwaysOpen.test(path)) return entry.run();
    const run = () => admit(entry);
    shareOut(networkOf(`${request.headers["x-real-ip"]}`), {
      ...entry,
      run: logIn.test(path) ? () => admitLogIn({ ...entry, run }) : run,
    });
  };
}
