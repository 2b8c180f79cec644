/** How soon it is worth asking again. */
const seconds = 10;

/**
 * Puts the page of an outage in place of what Next answers, when the application noted that the database was
 * away before anything of an answer had left. What a script asked for goes on as it is: the page that asked
 * says it in its own place.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ notes: { databaseAway: boolean }, outagePage: (headers: object) => { html: string, headers: object } }} known
 */
export function answerOutage(request, response, { notes, outagePage }) {
  const isDocument = request.method === "GET" || request.method === "HEAD";
  if (!isDocument || request.headers.rsc !== undefined || request.url.startsWith("/api/")) return;
  const { writeHead, end } = response;

  response.writeHead = (...head) => {
    if (!notes.databaseAway || response.headersSent) return writeHead.apply(response, head);
    const id = response.getHeader("x-request-id");
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const { html, headers } = outagePage(request.headers);
    // What Next still has to say goes nowhere.
    response.write = () => true;
    response.end = () => response;
    writeHead.call(response, 503, {
      ...headers,
      "content-length": Buffer.byteLength(html),
      "retry-after": `${seconds}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": id,
    });
    end.call(response, request.method === "HEAD" ? undefined : html);
    return response;
  };
}
