import { isIP, SocketAddress } from "node:net";

/** What only this server and Next may say to the application. */
const ours =
  /^(x-request-id|x-real-ip|x-nonce|x-path|content-security-policy|x-middleware-.*|x-nextjs-.*|forwarded)$/;
const proxies = /^x-forwarded-/;
/** Where next-auth would go on: nothing of ours, and an odd one makes it fail on every page. */
const callbackCookie = /^(__Secure-|__Host-)?next-auth\.callback-url(=|$)/;

/**
 * Takes out of a request what it has no business saying, and puts in who sent it.
 *
 * With `trustProxy` proxies in front, the last so many entries of `x-forwarded-for` were written by them, and
 * the first of these is the sender; what stands before was written by the sender and is not believed. With
 * fewer entries than proxies, or where that entry is no address, the connection's own address counts.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {{ id: string, trustProxy: number }} known
 */
export function cleanHeaders(request, { id, trustProxy }) {
  const { headers } = request;
  const sender = senderOf(request, trustProxy);
  for (const name of Object.keys(headers)) {
    if (ours.test(name) || (trustProxy === 0 && proxies.test(name))) delete headers[name];
  }
  if (headers.cookie) headers.cookie = withoutCallback(headers.cookie);
  headers["x-request-id"] = id;
  headers["x-real-ip"] = sender;
  headers["x-forwarded-for"] = sender;
}

const withoutCallback = (cookies) =>
  cookies
    .split(/; */)
    .filter((cookie) => !callbackCookie.test(cookie))
    .join("; ");

/** @returns {string} an address as `addressOf` spells it, or nothing for a connection that is gone. */
function senderOf({ headers, socket }, trustProxy) {
  const hops = `${headers["x-forwarded-for"] ?? ""}`.split(",");
  const told = trustProxy > 0 && hops.length >= trustProxy ? addressOf(hops.at(-trustProxy)) : null;
  return told ?? addressOf(socket.remoteAddress ?? "") ?? "";
}

const withPort = /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/;
const longestEntry = 64;

/**
 * The one spelling of an address: without a port, brackets or zone, IPv6 in lower case with its longest run
 * of zeros left out (RFC 5952), and IPv4 as IPv4 where it came inside IPv6.
 *
 * @param {string} text
 * @returns {string | null} null for what is no address.
 */
export function addressOf(text) {
  const trimmed = text.trim();
  if (trimmed.length > longestEntry) return null;
  const [, inBrackets, beforePort] = withPort.exec(trimmed) ?? [];
  const address = (inBrackets ?? beforePort ?? trimmed).replace(/%.*$/, "");
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : null;
  const spelled = new SocketAddress({ address, family: "ipv6" }).address;
  return spelled.replace(/^::ffff:(?=\d+\.)/, "");
}

/**
 * Calls `refuse` once when the body is longer than `limit` bytes, as declared or as it arrives.
 *
 * @param {import("node:http").IncomingMessage} request
 * @returns {boolean} whether the request may go on.
 */
export function limitBody(request, limit, refuse) {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    refuse();
    return false;
  }
  if (!request.headers["transfer-encoding"]) return true;

  // Node hands each arriving chunk to push, whoever reads the request afterwards.
  let arrived = 0;
  const push = request.push.bind(request);
  request.push = (chunk, ...rest) => {
    arrived += chunk?.length ?? 0;
    if (arrived <= limit) return push(chunk, ...rest);
    request.push = () => false;
    refuse();
    return push(null);
  };
  return true;
}

/** Whether a request says that a body follows. Others cannot have one. */
export const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Reads a body to its end and puts it back, so that nobody who reads the request afterwards waits for its sender.
 * To be called before `limitBody`, so that no more is kept than the limit.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {(body: Buffer) => void} whole called once, when all of it has arrived.
 * @param {() => void} more called when some of it has arrived.
 * @returns {{ bytes: () => number, forget: () => void }} how much is kept; `forget` gives it up, and what still
 *   arrives is not kept either.
 */
export function readAhead(request, whole, more = () => {}) {
  let chunks = [];
  let bytes = 0;
  let kept = true;
  const push = request.push.bind(request);
  // Node hands each arriving chunk to push, and null at the end.
  request.push = (chunk, ...rest) => {
    if (chunk !== null) {
      if (!kept) return true;
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      more();
      return true;
    }
    request.push = push;
    const body = Buffer.concat(chunks);
    if (body.length > 0) push(body);
    const hungry = push(null, ...rest);
    if (kept) whole(body);
    return hungry;
  };
  const forget = () => {
    kept = false;
    chunks = [];
    bytes = 0;
  };
  return { bytes: () => bytes, forget };
}
