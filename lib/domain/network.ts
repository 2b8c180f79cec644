/**
 * The network that an address stands for where attempts are counted: an IPv4 address itself, and of an IPv6
 * address the /64 that one customer is given to choose from, in its expanded form. Null for what is no address.
 */
export function networkOf(ip: string | null): string | null {
  if (!ip) return null;
  if (!ip.includes(":")) return /^\d{1,3}(\.\d{1,3}){3}$/.test(ip) ? ip : null;
  const [head = "", tail] = ip.toLowerCase().split("::", 2);
  const before = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const missing = 8 - before.length - after.length;
  const groups =
    tail === undefined ? before : [...before, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  const first = groups.slice(0, 4);
  if (first.length < 4 || !first.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return first.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
