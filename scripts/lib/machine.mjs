import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is of one connection, and no business of an answer or a request as such. Cookies are for pages alone. */
const left = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "expect",
  "te",
  "trailer",
  "cookie",
]);

/**
 * Answers a request by the doors for machines, as Next answers those for pages. Its body has arrived already.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ machineApi: { fetch: (request: Request) => Promise<Response> }, appUrl: string }} known
 */
export async function answerMachine(request, response, { machineApi, appUrl }) {
  try {
    const answer = await machineApi.fetch(await requestOf(request, appUrl));
    if (response.destroyed || response.headersSent) return;
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) await pipeline(Readable.fromWeb(answer.body), response);
    else response.end();
  } catch (error) {
    // Whoever asked has left.
    if (error?.code === "ERR_STREAM_PREMATURE_CLOSE") return;
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

async function requestOf(request, appUrl) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (!left.has(name) && value !== undefined) headers.set(name, `${value}`);
  const { method } = request;
  const hasNoBody = method === "GET" || method === "HEAD";
  const body = hasNoBody ? undefined : Buffer.concat(await request.toArray());
  return new Request(`${appUrl}${request.url}`, { method, headers, body });
}
