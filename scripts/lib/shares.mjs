/**
 * @typedef {object} Share what is kept for one other side
 * @property {() => void} weigh to be called whenever more is kept
 * @property {() => void} leave to be called once nothing is kept any more
 */

/**
 * Bounds what is kept in memory for others who are slow to send or to read. A network that keeps more than its
 * share loses what it began first; when all together keep too much, the network that keeps most does. So nobody
 * is cut off because of what another network keeps.
 *
 * @param {{ ofOneNetwork: number, inAll: number }} bound in bytes
 * @returns {(entry: { network: string, bytes: () => number, cutOff: () => void }) => Share} `bytes`: what the
 *   entry keeps now. `cutOff` has to give that up.
 */
export function makeShares({ ofOneNetwork, inAll }) {
  /** @type {Map<string, Set<{ bytes: () => number, cutOff: () => void, known: number }>>} */
  const networks = new Map();

  const sumOf = (entries) => {
    let sum = 0;
    for (const entry of entries) sum += entry.known;
    return sum;
  };
  const remeasure = (entries) => {
    for (const entry of entries) entry.known = entry.bytes();
    return sumOf(entries);
  };
  const cutOffFirst = (entries) => {
    for (const entry of entries) {
      if (entry.known === 0) continue;
      entries.delete(entry);
      return entry.cutOff();
    }
  };
  const heaviest = () =>
    [...networks.values()].reduce((one, other) => (sumOf(other) > sumOf(one) ? other : one));
  const total = (weight) => [...networks.values()].reduce((sum, entries) => sum + weight(entries), 0);

  return ({ network, bytes, cutOff }) => {
    const own = networks.get(network) ?? new Set();
    networks.set(network, own);
    const entry = { bytes, cutOff, known: bytes() };
    own.add(entry);
    const weigh = () => {
      if (!own.has(entry)) return;
      entry.known = bytes();
      // What others keep is known from when they last kept more. Only where that is too much, it is looked at again.
      while (sumOf(own) > ofOneNetwork && remeasure(own) > ofOneNetwork) cutOffFirst(own);
      while (total(sumOf) > inAll && total(remeasure) > inAll) cutOffFirst(heaviest());
    };
    const leave = () => {
      own.delete(entry);
      if (own.size === 0 && networks.get(network) === own) networks.delete(network);
    };
    weigh();
    return { weigh, leave };
  };
}
