import { type ByPassword, openPasswords } from "@/components/reports/open-passwords";
import type { ReportItem } from "@/components/reports/report-item";
import { inSlices } from "@/components/ui/in-slices";
import { isUnsecured } from "@/lib/domain/report/addresses";
import { readRange } from "@/lib/domain/report/breach-range";
import { twoStepSiteOf } from "@/lib/domain/report/two-step-sites";
import type { Strength } from "@/lib/vault/strength";
import type { Vault } from "@/lib/vault/vault";

export const reportNames = ["exposed", "reused", "weak", "unsecured", "twoStep"] as const;
export type ReportName = (typeof reportNames)[number];

const ofAddresses: readonly ReportName[] = ["unsecured", "twoStep"];

/** The logins that a report looks at: one about passwords leaves those out that are hidden from the reader. */
export const coveredBy = (name: ReportName, logins: readonly ReportItem[]): readonly ReportItem[] =>
  ofAddresses.includes(name) ? logins : logins.filter(({ isHidden }) => !isHidden);

/** An item that a report names, with what it says of it: a number, or an address. */
export type Finding = { item: ReportItem; is: number | string };

export type Tools = {
  vault: Vault;
  /** How hard a password is to guess. */
  estimate: (password: string, about: string[]) => Promise<Strength>;
  /** The passwords that were exposed, by the first five digits of their SHA-1. */
  askRange: (prefix: string, signal: AbortSignal) => Promise<string>;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
};

/** From this score on, a password is not weak. */
const fair = 3;
/** So many ranges are asked for at the same time. */
const atOnce = 4;

/** Runs one report over logins, on this device. */
export async function runReport(
  name: ReportName,
  logins: readonly ReportItem[],
  tools: Tools,
): Promise<Finding[]> {
  const { vault, signal } = tools;
  if (name === "unsecured" || name === "twoStep")
    return byAddress(logins, name === "unsecured" ? unsecuredIn : lackingIn, tools);
  const byPassword = await openPasswords(vault, logins, signal);
  if (name === "reused") return reused(byPassword);
  return name === "weak" ? weak(byPassword, tools) : exposed(byPassword, tools);
}

const unsecuredIn = ({ uris }: ReportItem): string | undefined => uris.find(isUnsecured);

function lackingIn({ uris, hasSecondStep }: ReportItem): string | undefined {
  if (hasSecondStep) return undefined;
  return uris.map(twoStepSiteOf).find((site) => site !== null) ?? undefined;
}

async function byAddress(
  logins: readonly ReportItem[],
  find: (item: ReportItem) => string | undefined,
  { signal, onProgress }: Tools,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const look = (item: ReportItem) => {
    const is = find(item);
    if (is !== undefined) found.push({ item, is });
  };
  await inSlices(logins, look, { signal, onProgress: (done) => onProgress(done, logins.length) });
  return found;
}

/** Groups of items that share a password, the largest first. */
const reused = (byPassword: ByPassword): Finding[] =>
  [...byPassword.values()]
    .filter((items) => items.length > 1)
    .sort((one, other) => other.length - one.length)
    .flatMap((items) => items.map((item) => ({ item, is: items.length })));

async function weak(byPassword: ByPassword, { estimate, signal, onProgress }: Tools): Promise<Finding[]> {
  const found: Finding[] = [];
  let done = 0;
  for (const [password, items] of byPassword) {
    for (const item of items) {
      const { score } = await estimate(password, [item.username ?? ""]);
      if (score < fair) found.push({ item, is: score });
    }
    signal.throwIfAborted();
    onProgress(++done, byPassword.size);
  }
  return found.sort((one, other) => Number(one.is) - Number(other.is));
}

async function exposed(byPassword: ByPassword, { askRange, signal, onProgress }: Tools): Promise<Finding[]> {
  const byPrefix = new Map<string, { rest: string; items: ReportItem[] }[]>();
  for (const [password, items] of byPassword) {
    const hash = await sha1(password);
    signal.throwIfAborted();
    const prefix = hash.slice(0, 5);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), { rest: hash.slice(5), items }]);
  }
  const found: Finding[] = [];
  const waiting = [...byPrefix];
  let done = 0;
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [prefix, hashes] = next;
      const seen = readRange(await askRange(prefix, signal));
      signal.throwIfAborted();
      for (const { rest, items } of hashes) {
        const times = seen.get(rest);
        if (times) found.push(...items.map((item) => ({ item, is: times })));
      }
      onProgress(++done, byPrefix.size);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.sort((one, other) => Number(other.is) - Number(one.is));
}

async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
