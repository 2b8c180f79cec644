/** How soon it is worth asking again. */
const seconds = 10;

/**
 * Answers by what the application noted about the request, once the head of an answer is about to leave.
 *
 * Cookies go out beside those of Next, which renders a whole page anew for each that it sets itself. When the
 * database was away, its page is sent instead of what Next has made. What a script asked for goes on as it is:
 * the page that asked says it itself.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {object} known
 * @param {{ databaseAway: boolean, cookies: string[] }} known.notes
 * @param {(why: "outage", headers: object) => { html: string, headers: object }} known.standInPage
 */
export function answerByNotes(request, response, { notes, standInPage }) {
  const { writeHead, end } = response;
  response.writeHead = (...head) => {
    response.writeHead = writeHead;
    if (notes.databaseAway && isDocument(request)) return sayOutage();
    for (const cookie of notes.cookies) response.appendHeader("set-cookie", cookie);
    return response.writeHead(...head);
  };

  function sayOutage() {
    const id = response.getHeader("x-request-id");
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const { html, headers } = standInPage("outage", request.headers);
    // What Next still has to say goes nowhere.
    response.write = () => true;
    response.end = () => response;
    response.writeHead(503, {
      ...headers,
      "content-length": Buffer.byteLength(html),
      "retry-after": `${seconds}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": id,
    });
    end.call(response, request.method === "HEAD" ? undefined : html);
    return response;
  }
}

const isDocument = ({ method, url, headers }) =>
  (method === "GET" || method === "HEAD") && headers.rsc === undefined && !url.startsWith("/api/");
