/** More values than any input of ours has, and few enough to be read in no time. */
const mostValues = 20_000;
/** An action of ours takes one argument. */
const mostArguments = 4;
/** More nested than any input of ours, and far from what a recursive reader can bear. */
const deepest = 32;

/** What is not JSON, as React writes it. An ordinary text that begins with `$` has a second one in front. */
const written = /^\$(\$.*|undefined|NaN|-?Infinity|-0|n-?\d{1,300}|D[\d-]+T[\d:.]+Z)$/s;
/** An object that stands in the arguments twice is written once; the second time, the way to it is named. */
const reference = /^\$0(:.+)$/s;

/**
 * Whether a text is the arguments of a server action as our own pages write them: JSON without files, streams,
 * functions or anything else that comes in parts. React fails on what is malformed, and Next takes that for a
 * fault of the application. The format is React's `encodeReply`; a test compares.
 *
 * @param {string} text
 * @returns {boolean}
 */
export function isActionBody(text) {
  let root;
  try {
    root = JSON.parse(text);
  } catch {
    return false;
  }
  if (!Array.isArray(root) || root.length > mostArguments) return false;
  const left = { values: mostValues };
  return isPlain(root, root, 0, left);
}

function isPlain(value, root, depth, left) {
  left.values -= 1;
  if (left.values < 0) return false;
  if (typeof value === "string")
    return !value.startsWith("$") || written.test(value) || namesAPlace(value, root);
  if (typeof value !== "object" || value === null) return true;
  if (depth === deepest || Object.hasOwn(value, "__proto__") || Object.hasOwn(value, "then")) return false;
  return Object.values(value).every((each) => isPlain(each, root, depth + 1, left));
}

function namesAPlace(value, root) {
  const [, path] = reference.exec(value) ?? [];
  if (!path) return false;
  let node = root;
  for (const name of path.slice(1).split(":")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return false;
    node = node[name];
  }
  return typeof node === "object" && node !== null;
}
