import { Parts } from "@/lib/domain/parts";

const dateMark = "$D";
/** Stands for parts, before how many there are. */
const partsMark = "$P";

/**
 * Values as the text of a question or its answer: JSON, in which a date stays a date. What comes in parts follows it, each
 * part on a line of its own; a value has one such place at most.
 */
export function toWire(value: unknown): string {
  const lines: string[] = [];
  const first = JSON.stringify(value, function (this: Record<string, unknown>, key, each: unknown) {
    // JSON hands a date over as a text, so this looks at the object that holds it.
    const was = this[key];
    if (was instanceof Date) return `${dateMark}${was.toISOString()}`;
    if (was instanceof Parts && Array.isArray(was.parts)) {
      for (const part of was.parts) lines.push(toWire(part));
      return `${partsMark}${was.parts.length}`;
    }
    return typeof each === "string" && each.startsWith("$") ? `$${each}` : each;
  });
  return [first, ...lines].join("\n");
}

/**
 * What `toWire` was given, apart from what is undefined.
 *
 * @throws {SyntaxError} when the text is not JSON, or nested more deeply than anything that is asked.
 */
export function fromWire(text: string): unknown {
  try {
    return JSON.parse(text, (_key, each: unknown) => read(each));
  } catch (error) {
    // The text is nested so deeply that the parser's stack is full.
    throw error instanceof RangeError ? new SyntaxError("nested too deeply") : error;
  }
}

/**
 * The same of an answer of the server's, as it comes. What is in parts is read when somebody goes through it, and a large
 * answer in which there is nothing to translate is not walked through.
 */
export async function fromAnswer(body: ReadableStream<Uint8Array>): Promise<unknown> {
  const lines = linesOf(body);
  const { value: text = "" } = await lines.next();
  if (!text.includes('"$')) return JSON.parse(text);
  return JSON.parse(text, (_key, each: unknown) =>
    typeof each === "string" && each.startsWith(partsMark)
      ? new Parts(partsOf(lines, Number(each.slice(partsMark.length))))
      : read(each),
  );
}

/** @throws {Error} when the answer ends before all parts have come. */
async function* partsOf(lines: AsyncGenerator<string>, count: number): AsyncGenerator<unknown> {
  try {
    for (let i = 0; i < count; i++) {
      const { value: text } = await lines.next();
      if (!text) throw new Error("the answer ends too early");
      yield text.includes('"$') ? fromWire(text) : JSON.parse(text);
    }
  } finally {
    // Whoever has enough of it need not be sent the rest.
    await lines.return(undefined);
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const reader = body.getReader();
  // A letter may begin in one piece and end in the next.
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
      const [end = "", ...next] = decoder.decode(value, { stream: true }).split("\n");
      rest += end;
      for (const begun of next) {
        yield rest;
        rest = begun;
      }
    }
    rest += decoder.decode();
    if (rest !== "") yield rest;
  } finally {
    await reader.cancel();
  }
}

function read(each: unknown): unknown {
  if (typeof each !== "string" || !each.startsWith("$")) return each;
  return each.startsWith(dateMark) ? new Date(each.slice(dateMark.length)) : each.slice(1);
}
