const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const longestPath = 300;

/** A path as the log may keep it: the tokens of links and the values of the query are left out. */
export function redactedPath(url: string): string {
  const [path = "", query] = url.split("?", 2);
  const segments = path.split("/");
  const kept = segments
    .map((segment, i) => (isToken(segment, segments[i - 1]) ? "[token]" : segment))
    .join("/");
  const names = query?.split("&").map((pair) => `${pair.split("=", 1)[0]}=`);
  return (names ? `${kept}?${names.join("&")}` : kept).slice(0, longestPath);
}

/** Whatever follows /invite, and elsewhere what is long, is no id, and is not made of words. */
function isToken(segment: string, before: string | undefined): boolean {
  if (before === "invite") return true;
  return segment.length >= 20 && !uuid.test(segment) && /[0-9A-Z]/.test(segment) && !segment.includes(".");
}
