import "server-only";
import { Refused } from "@/lib/operations/errors";

/** How deep arrays and objects may stand in each other. What apps send has five. */
const deepest = 20;

/** Of JSON alone: in another text it could look for the end of a string again and again. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/**
 * The JSON of a body; undefined where there is none. A key that comes twice is refused: readers differ in which of the
 * two they take.
 *
 * @throws {Refused} `malformed_body`
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await textOf(request);
  if (text === "") return undefined;
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") throw new Refused("malformed_body");
  const read = parsed(text);
  if (!isPlain(text)) throw new Refused("malformed_body");
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("malformed_body");
  }
}

/** The text of a body. @throws {Refused} `malformed_body` for what is not UTF-8. */
export async function textOf(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("malformed_body");
  }
}

/** Whether in this JSON no key comes twice in one object, and nothing stands too deep. */
function isPlain(text: string): boolean {
  /** The keys of each object around; null for an array. */
  const around: (Set<string> | null)[] = [];
  let before = "";
  for (const [token] of text.matchAll(tokens)) {
    const keys = around.at(-1);
    if (token === "{" || token === "[") {
      if (around.push(token === "{" ? new Set() : null) > deepest) return false;
    } else if (token === "}" || token === "]") around.pop();
    else if (token !== "," && keys && (before === "{" || before === ",")) {
      const key = unescaped(token);
      if (keys.has(key)) return false;
      keys.add(key);
    }
    before = token;
  }
  return true;
}

/** A key as it is meant: `"\\u0061"` and `"a"` are the same one. */
const unescaped = (token: string): string => (token.includes("\\") ? JSON.parse(token) : token.slice(1, -1));
