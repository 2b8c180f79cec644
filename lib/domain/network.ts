/**
 * The part of an IP address that a customer of a network cannot change at will: an IPv4 address, or the /64 of
 * an IPv6 address. Different spellings of an address give the same. Limits are counted by it.
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  return `${groupsOf(address).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros, in lower case. RFC 4291 section 2.2. */
function groupsOf(address: string): string[] {
  const [before = "", after] = address.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const head = before.split(":").filter(Boolean);
  const tail = (after ?? "").split(":").filter(Boolean);
  // An IPv4 address at the end stands for two groups.
  const width = [...head, ...tail].reduce((sum, group) => sum + (group.includes(".") ? 2 : 1), 0);
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - width)).fill("0");
  return [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ""));
}
