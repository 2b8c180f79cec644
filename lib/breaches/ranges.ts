import "server-only";

/** Ranges of about 40 kB: some eight megabytes of memory at most. */
const mostKept = 200;
const keptForMs = 24 * 60 * 60 * 1000;
const longestAnswer = 400_000;
const patienceMs = 10_000;

type Kept = { text: Promise<string>; at: number };

/** The service did not answer, or answered something that is no range. */
export class RangeUnavailable extends Error {
  override name = "RangeUnavailable";
}

/** Lines of what is left of a hash and how often it was seen. With padding, none is empty. */
const isRange = /^(?:[0-9A-F]{35}:\d+(?:\r?\n|$))+$/i;

/** The body as text, as long as a range may be: what is longer is not read to its end. */
async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    if (text.length > longestAnswer) throw new RangeUnavailable();
  }
  return text;
}

/**
 * Asks a service that knows exposed passwords for ranges of them, with padding. Each range is asked for once a day, also
 * when several people wait for it at once.
 *
 * @param fetchRange of the platform; tests have another.
 */
export function openRanges(baseUrl: string, fetchRange: typeof fetch = fetch) {
  const kept = new Map<string, Kept>();

  async function ask(prefix: string): Promise<string> {
    const answer = await fetchRange(`${baseUrl.replace(/\/$/, "")}/range/${prefix}`, {
      headers: { "Add-Padding": "true", "User-Agent": "Trousseau" },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => {
      throw new RangeUnavailable();
    });
    if (!answer.ok || !answer.body) throw new RangeUnavailable();
    const text = await textOf(answer.body).catch(() => {
      throw new RangeUnavailable();
    });
    // A page of a network that wants a log-in would say that nothing is exposed.
    if (!isRange.test(text)) throw new RangeUnavailable();
    return text;
  }

  return (prefix: string, now = Date.now()): Promise<string> => {
    const known = kept.get(prefix);
    if (known && now - known.at < keptForMs) return known.text;
    const text = ask(prefix);
    kept.delete(prefix);
    kept.set(prefix, { text, at: now });
    // What failed is asked for again the next time.
    text.catch(() => kept.get(prefix)?.text === text && kept.delete(prefix));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest) kept.delete(oldest);
    return text;
  };
}
