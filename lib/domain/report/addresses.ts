/** The address of a website with its host; null of anything else, such as an app's. */
export function websiteOf(uri: string): URL | null {
  const text = uri.trim();
  const address =
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

const privateNames = /(^|\.)(localhost|local|internal|lan|home|corp|intranet|home\.arpa|test|invalid)$/;
const privateNumbers = /^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^\[(::1|f[cd]|fe80)/;

/** Whether a host stands in a network of its own: the public has no certificate for it, and no way to it. */
const isPrivate = (host: string) =>
  privateNames.test(host) || privateNumbers.test(host) || (!host.includes(".") && !host.startsWith("["));

/** Whether what is typed there goes through the public network for everybody to read. */
export function isUnsecured(uri: string): boolean {
  if (!/^\s*http:/i.test(uri)) return false;
  const url = websiteOf(uri);
  return url !== null && !isPrivate(url.hostname);
}
