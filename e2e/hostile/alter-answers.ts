import type { APIResponse, BrowserContext } from "@playwright/test";

/** A text in the server's answers, and what stands in its place. */
export type Alteration = readonly [from: string, to: string];

/** Scripts and pictures are left alone: nothing of anybody stands in them. */
const isAnswer = ({ pathname }: URL) => !pathname.startsWith("/_next/static/");

const readable = /text\/html|text\/x-component|application\/json/;

/**
 * Stands between the browser and the server, and changes what the server answers once `isOn` says so. Gives the
 * number of answers that were changed.
 */
export async function alterAnswers(
  context: BrowserContext,
  alterations: readonly Alteration[],
  isOn: () => boolean,
): Promise<() => number> {
  let changed = 0;
  const others = new Map(alterations);
  const wanted = new RegExp(alterations.map(([from]) => escaped(from)).join("|"), "g");
  // In one pass, so that two texts can be exchanged.
  const alter = (text: string) => text.replace(wanted, (found) => others.get(found) ?? found);

  await context.route(isAnswer, async (route) => {
    if (!isOn()) return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const type = response.headers()["content-type"] ?? "";
    if (!readable.test(type)) return route.fulfill({ response });
    const before = await textOf(response);
    const after = type.includes("text/html") ? alterPage(before, alter) : alter(before);
    if (after === before) return route.fulfill({ response });
    changed += 1;
    return route.fulfill({ response, body: after });
  });
  return () => changed;
}

const textOf = async (response: APIResponse) => (await response.body()).toString("utf8");
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How a page carries the data of its components: pieces of one stream, cut anywhere. */
const piece = /self\.__next_f\.push\(\[(1|3),("(?:[^"\\]|\\.)*")\]\)/g;

/** Puts the stream together, changes it, and hands it over in the first piece. */
function alterPage(page: string, alter: (text: string) => string): string {
  const bytes = [...page.matchAll(piece)].map(([, kind, text]) =>
    Buffer.from(JSON.parse(text ?? '""'), kind === "3" ? "base64" : "utf8"),
  );
  const stream = Buffer.concat(bytes).toString("utf8");
  const altered = alter(stream);
  if (altered === stream) return page;
  let isFirst = true;
  return page.replace(piece, () => {
    const text = isFirst ? altered : "";
    isFirst = false;
    return `self.__next_f.push([1,${JSON.stringify(text).replace(/</g, "\\u003c")}])`;
  });
}
