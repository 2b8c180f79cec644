/** Deeper than anything an app sends. What is deeper still stays as it came, and fits no schema. */
const deepest = 12;

const named = (name: string) => name.slice(0, 1).toLowerCase() + name.slice(1);

/**
 * What an app has sent, with names as we write them. Some apps begin names with a capital; where a name is there in both
 * ways, ours counts. `response` goes: apps put it beside what they mean. Protocol chapter 5.6.
 */
export function asWritten(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth === deepest) return value;
  if (Array.isArray(value)) return value.map((each) => asWritten(each, depth + 1));
  const entries = Object.entries(value).filter(([name]) => named(name) !== "response");
  const [ours, others] = [
    entries.filter(([name]) => name === named(name)),
    entries.filter(([name]) => name !== named(name)),
  ];
  return Object.fromEntries(
    [...others, ...ours].map(([name, each]) => [named(name), asWritten(each, depth + 1)]),
  );
}
