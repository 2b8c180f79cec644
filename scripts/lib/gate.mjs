import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/**
 * @typedef {{ status: 400 | 403 | 404 | 405, error: string, headers?: Record<string, string> }} Refusal
 */

/** What the doors of machines may take. Pages are read, and acted on by server actions. */
const machineMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const machineDoors = /^\/(api|identity|scim|events)(\/|$)/;

/** Pages that Next renders for its own use, under addresses that anybody can ask for. */
const pagesOfNext = /^\/(_global-error|_error|_not-found|_document|_app)(\/|$)/;

/** What tells Next's own client that the page is older than the server: it loads the page again. */
const unknownAction = { "x-nextjs-action-not-found": "1" };

/**
 * Why a request is not for the application at all: what Next would answer with an error page of its own, and
 * a line in the log, although the fault is the caller's.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {{ appUrl: string, actions: ReadonlySet<string> }} known `actions`: the ids of the server actions.
 * @returns {Refusal | null}
 */
export function refusalOf(request, { appUrl, actions }) {
  const path = pathOf(request, appUrl);
  if (path === null) return { status: 400, error: "this address is not served here" };
  if (pagesOfNext.test(path)) return { status: 404, error: "not found" };
  if (machineDoors.test(path))
    return machineMethods.includes(request.method) ? null : methodRefused(machineMethods);
  if (request.method === "GET" || request.method === "HEAD") return stateRefused(request);
  if (request.method !== "POST" || request.headers["next-action"] === undefined)
    return methodRefused(["GET", "HEAD"]);
  return actionRefused(request, appUrl, actions) ?? stateRefused(request);
}

const methodRefused = (allowed) => ({
  status: 405,
  error: "method not allowed",
  headers: { allow: allowed.join(", ") },
});

/**
 * The path that is asked for; null when there is none. An address with this host in front of it, as proxies
 * write them, loses the host: Next expects a path. RFC 9112 section 3.2.2.
 */
function pathOf(request, appUrl) {
  if (/^https?:\/\//i.test(request.url)) {
    if (!URL.canParse(request.url)) return null;
    const { host, pathname, search } = new URL(request.url);
    if (host !== request.headers.host && host !== new URL(appUrl).host) return null;
    request.url = `${pathname}${search}`;
  }
  // Of what comes after "#" a browser sends nothing, and some readers drop it.
  if (!request.url.startsWith("/") || request.url.includes("#")) return null;
  const [path = ""] = request.url.split("?", 1);
  try {
    return isWalking(decodeURIComponent(path)) ? null : path;
  } catch {
    return null;
  }
}

/**
 * Whether a path goes up or stays with dots, or has a backslash, which some readers take for a slash. Next would
 * walk it and serve another path than the one that is judged here; browsers walk it before they ask.
 */
const isWalking = (decoded) => /(^|[\\/])\.{1,2}([\\/]|$)|\\/.test(decoded);

/** The page that the browser's router says it is at. Next's own reader throws, and Next answers with 500. */
function stateRefused({ headers }) {
  const state = headers["next-router-state-tree"];
  if (state === undefined) return null;
  try {
    parseAndValidateFlightRouterState(state);
    return null;
  } catch {
    return { status: 400, error: "malformed router state" };
  }
}

/**
 * A server action is called by a script of a page of ours, and browsers then name the page's origin. The body
 * is text; forms of ours send nothing else.
 */
function actionRefused({ headers }, appUrl, actions) {
  const { origin } = headers;
  if (!isOwn(origin, headers, appUrl)) return { status: 403, error: "another origin" };
  // Next compares the two once more.
  headers["x-forwarded-host"] = new URL(origin).host;
  if (!/^text\/plain(;|$)/i.test(headers["content-type"] ?? ""))
    return { status: 400, error: "not the body of an action" };
  if (!actions.has(headers["next-action"]))
    return { status: 404, error: "no such action", headers: unknownAction };
  return null;
}

/** The origin is the one that people type, or the one under which this very request came. */
function isOwn(origin, headers, appUrl) {
  if (origin === appUrl) return true;
  if (!origin || !/^https?:/.test(origin) || !URL.canParse(origin)) return false;
  return new URL(origin).host === headers.host;
}

/**
 * The ids of the server actions of the built application.
 *
 * @returns {ReadonlySet<string>}
 */
export function actionsOf(root) {
  const manifest = join(root, ".next/server/server-reference-manifest.json");
  const { node, edge } = JSON.parse(readFileSync(manifest, "utf8"));
  return new Set([...Object.keys(node ?? {}), ...Object.keys(edge ?? {})]);
}
