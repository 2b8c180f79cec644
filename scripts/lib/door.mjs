import { whenGone } from "./when-gone.mjs";

/**
 * @typedef {object} Entry
 * @property {string} network where it comes from
 * @property {import("node:http").ServerResponse} response which emits `made` when the answer is whole
 * @property {() => unknown} run what it returns, if a promise, is settled when the work is over
 * @property {() => void} refuse
 */

/**
 * Lets so many run at once, and some more wait in line for a moment; whoever is beyond is refused at once. One
 * network has fewer slots than there are, of those that run and of those that wait, so that no single sender
 * takes them all.
 *
 * A slot is held while there is work: until the answer is made, however long somebody takes to read it. Who
 * leaves before does not stop the work, so its slot is held until the work is over, but not for ever.
 *
 * @param {{ atOnce: number, ofOneNetwork: number, inLine: number, inLineOfOneNetwork: number, patienceMs: number }} bound
 * @returns {(entry: Entry) => Promise<void>} settled when nothing is done for the entry any more.
 */
export function makeBound({ atOnce, ofOneNetwork, inLine, inLineOfOneNetwork, patienceMs }) {
  const running = makeSlots(atOnce, ofOneNetwork);
  const waiting = makeSlots(inLine, inLineOfOneNetwork);
  /** @type {Set<{ network: string, start: () => void }>} */
  const line = new Set();

  const start = ({ network, response, run }) => {
    const giveBack = running.take(network);
    const free = () => {
      clearTimeout(forgotten);
      giveBack();
      for (const next of line) if (running.hasRoom(next.network)) return next.start();
    };
    let forgotten;
    let made = false;
    response.once("made", () => {
      made = true;
      free();
    });
    const work = Promise.resolve(run()).then(noMore, noMore);
    whenGone(response, () => {
      if (made) return;
      forgotten = setTimeout(free, longestWork);
      work.then(free);
    });
    return work;
  };

  const wait = (entry, settle) => {
    const { network, response, refuse } = entry;
    const giveBack = waiting.take(network);
    const leave = () => {
      clearTimeout(impatience);
      giveBack();
      line.delete(next);
      stopWaiting();
    };
    const gone = () => {
      leave();
      settle();
    };
    const next = {
      network,
      start() {
        leave();
        settle(start(entry));
      },
    };
    const impatience = setTimeout(() => {
      gone();
      refuse();
    }, patienceMs);
    const stopWaiting = whenGone(response, gone);
    line.add(next);
  };

  return async (entry) => {
    if (running.hasRoom(entry.network)) await start(entry);
    else if (waiting.hasRoom(entry.network)) await new Promise((settle) => wait(entry, settle));
    else entry.refuse();
  };
}

const noMore = () => {};

/** Slots, of which one network may take so many. What `take` returns gives the slot back, once. */
function makeSlots(count, ofOneNetwork) {
  /** @type {Map<string, number>} */
  const held = new Map();
  let taken = 0;
  const heldBy = (network) => held.get(network) ?? 0;
  const hold = (network, change) => {
    taken += change;
    held.set(network, heldBy(network) + change);
    if (heldBy(network) === 0) held.delete(network);
  };
  return {
    hasRoom: (network) => taken < count && heldBy(network) < ofOneNetwork,
    take(network) {
      let isHeld = true;
      hold(network, 1);
      return () => {
        if (isHeld) hold(network, -1);
        isHeld = false;
      };
    },
  };
}

/** After that the work of somebody who has left is taken for over: statements end long before. */
const longestWork = 30_000;

/** Costs nothing, or tells how the process is: never kept waiting. */
const alwaysOpen = /^\/(_next\/static\/|api\/(health|ready)$)/;
/** What looks at a master password. */
const logIn = /^\/(api\/auth\/callback\/|identity\/connect\/token\/?$|api\/two-factor\/send-email-login\/?$)/;

/** The path as those read it who answer. The gate has refused what cannot be decoded. */
const pathOf = (url) => decodeURIComponent(url.split("?", 1)[0]);

/**
 * The door of the server. Pages are made by one thread, so that more of them at once would not be ready
 * sooner. Log-ins, which are made to be slow, have a line of their own and take few of the slots.
 *
 * @returns {(url: string, entry: Entry) => void}
 */
export function makeDoor() {
  const patienceMs = 4_000;
  const admit = makeBound({ atOnce: 16, ofOneNetwork: 12, inLine: 128, inLineOfOneNetwork: 96, patienceMs });
  const admitLogIn = makeBound({
    atOnce: 4,
    ofOneNetwork: 3,
    inLine: 64,
    inLineOfOneNetwork: 48,
    patienceMs,
  });

  return (url, entry) => {
    const path = pathOf(url);
    if (alwaysOpen.test(path)) entry.run();
    else if (logIn.test(path)) admitLogIn({ ...entry, run: () => admit(entry) });
    else admit(entry);
  };
}
