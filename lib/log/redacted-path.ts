const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The names of our own pages and files: lower-case words. Everything else in an address may be a secret. */
const words = /^[a-z]+([-.][a-z]+)*$/;
const parameter = /^[a-z][a-zA-Z]{0,29}$/;
const longestWords = 40;
const longestPath = 300;

/**
 * A path as the log may keep it: the words of our own addresses and ids. The tokens of links, the values of
 * the query and whatever else somebody typed are left out.
 */
export function redactedPath(url: string): string {
  const [path = "", query] = url.split("?", 2);
  const kept = path.split("/").map(shown).join("/");
  const names = query?.split("&").map((pair) => shownParameter(pair.split("=", 1)[0] ?? ""));
  return (names ? `${kept}?${names.join("&")}` : kept).slice(0, longestPath);
}

function shown(segment: string, i: number, segments: string[]): string {
  if (segments[i - 1] === "invite") return "[token]";
  if (segment === "" || uuid.test(segment) || segment === "_next") return segment;
  return words.test(segment) && segment.length <= longestWords ? segment : "[token]";
}

const shownParameter = (name: string) => `${parameter.test(name) || name === "_rsc" ? name : "[name]"}=`;
