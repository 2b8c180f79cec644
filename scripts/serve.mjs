import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { join } from "node:path";
import { isActionBody } from "./lib/action-body.mjs";
import { makeAnswers } from "./lib/answers.mjs";
import { makeArrivals } from "./lib/arrivals.mjs";
import { makeDoor } from "./lib/door.mjs";
import { actionsOf, refusalOf } from "./lib/gate.mjs";
import { cleanHeaders, hasBody, limitBody } from "./lib/inbound.mjs";
import { answerMachine } from "./lib/machine.mjs";
import { answerByNotes } from "./lib/notes.mjs";
import { captureOutput } from "./lib/output.mjs";
import { whenGone } from "./lib/when-gone.mjs";

/** What Next takes for a server action. Imports come in chunks: no honest request is longer. */
const longestBody = 1024 * 1024;
const megabyte = 1024 * 1024;
/** Bodies that have not arrived whole. An import over a slow line takes its time. */
const arriving = { ofOneNetwork: 16 * megabyte, inAll: 64 * megabyte, patienceMs: 30_000 };
/** Answers that nobody has read yet. The vault of somebody with 1,500 items is a page of 7 MB. */
const unread = { ofOneNetwork: 48 * megabyte, inAll: 128 * megabyte, patienceMs: 30_000 };
/** For answers that no part of the application has given a policy: they load nothing. */
const strictPolicy = "default-src 'none'; form-action 'none'; frame-ancestors 'none'";
/** For answers that Next makes without those of next.config.js: redirects, and what is refused here. */
const onEverything = Object.entries({
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
});
/** How long the rest of a refused body is let run into nothing. */
const lingering = 2_000;
const root = join(import.meta.dirname, "..");
/** How long running requests may take to finish after a signal to stop. */
const patience = 8_000;

/** Serves the built application until SIGTERM or SIGINT. */
export async function serve() {
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const output = captureOutput();
  const { default: next } = await import("next");
  const app = next({
    dev: false,
    dir: root,
    // Next writes these into the URL of a request. Whether they can be used is judged by lib/env.ts in a moment.
    hostname: process.env.HOST || "127.0.0.1",
    port: Number(process.env.PORT) || 3000,
  });
  // Next does not wait for instrumentation.ts before it says that it is prepared: the start-up reports here itself.
  const started = new Promise((resolve) => {
    globalThis[Symbol.for("trousseau.started")] = resolve;
  });
  await app.prepare();
  const application = await started;
  const { environment, certificate, announce, say, version } = application;
  output.handTo(application.logPrinted);
  const answer = answering(app.getRequestHandler(), application);
  const server = withoutUpgrades(
    certificate
      ? createSecureServer({ ...certificate, handshakeTimeout: 10_000 }, answer)
      : createServer(answer),
  );
  // Slow senders are cut off before they can hold a connection for long.
  Object.assign(server, { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 });
  stopOnSignal(server, application);

  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(environment.port, environment.host, resolve);
  }).catch((error) => cannotListen(error, application));
  say(`Trousseau is at ${environment.appUrl} (version ${version})`);
  await announce();
}

/**
 * Nothing here speaks another protocol. Next would listen for requests to change to one, and these go around the
 * door, the gate and the limits of time. Without a listener, node answers them as ordinary requests.
 */
function withoutUpgrades(server) {
  for (const name of ["on", "addListener", "once", "prependListener"]) {
    const listen = server[name].bind(server);
    server[name] = (event, listener) => (event === "upgrade" ? server : listen(event, listener));
  }
  return server;
}

/** Frames each request: an id, clean headers, a limit to its body, a line in the log. */
function answering(handle, { environment, logRequest, networkOf, standInPage, machineApi }) {
  const door = makeDoor();
  const arrive = makeArrivals(arriving);
  const letAnswer = makeAnswers(unread);
  const counts = globalThis[Symbol.for("trousseau.statements")];
  const known = { appUrl: environment.appUrl, actions: actionsOf(root) };
  // What the application finds out about a request: lib/answer/request-notes.ts has its shape.
  const requests = new AsyncLocalStorage();
  globalThis[Symbol.for("trousseau.requests")] = requests;

  return (request, response) => {
    const id = randomUUID();
    const began = process.hrtime.bigint();
    const { method, url } = request;
    const sentBefore = request.socket.bytesWritten;
    const count = counts && { statements: 0, transactionFrames: 0, transactions: 0 };
    whenGone(response, () => {
      const milliseconds = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
      const bytes = request.socket.bytesWritten - sentBefore;
      logRequest({ id, method, url, status: response.statusCode, milliseconds, bytes, ...count });
    });

    cleanHeaders(request, { id, trustProxy: environment.trustProxy });
    response.setHeader("x-request-id", id);
    response.setHeader("content-security-policy", strictPolicy);
    for (const [name, value] of onEverything) response.setHeader(name, value);
    const network = networkOf(request.headers["x-real-ip"]);
    letAnswer(response, network);
    const notes = { databaseAway: false, cookies: [] };
    const answerIt = () => {
      // The gate has seen the address.
      if (machineApi.answersAt(pathOf(request.url)))
        return answerMachine(request, response, { machineApi, appUrl: environment.appUrl });
      answerByNotes(request, response, { notes, standInPage });
      return handle(request, response);
    };
    const answer = () => (counts ? counts.run(count, answerIt) : answerIt());
    const goOn = () =>
      // The gate may have taken a host out of the address.
      door(request.url, {
        network,
        response,
        run: () => requests.run(notes, answer),
        refuse: () => turnAway(request, response, standInPage),
      });
    const isAction = method === "POST" && request.headers["next-action"] !== undefined;
    const whole = (body) => {
      if (response.headersSent || response.destroyed) return;
      if (!isAction || isActionBody(body.toString("utf8"))) goOn();
      else refuse(request, response, notAnAction);
    };
    // Before the limit is set, which then counts each chunk before it is kept.
    const waits = isAction || hasBody(request);
    if (waits) {
      const cutOff = (why) => refuse(request, response, why === "slow" ? tooSlow : busy);
      arrive({ request, response, network, whole, refuse: cutOff });
    }
    if (!limitBody(request, longestBody, () => refuse(request, response, tooLong))) return;
    const refusal = refusalOf(request, known);
    if (refusal) refuse(request, response, refusal);
    else if (!waits) goOn();
  };
}

const pathOf = (url) => url.split("?", 1)[0];

/** In the form in which apps look for it; the pages' scripts look at the status alone. */
const inJson = (error) => JSON.stringify({ error, message: error, validationErrors: null, object: "error" });

const tooLong = { status: 413, error: "body too large" };
const tooSlow = { status: 408, error: "body too slow" };
const busy = { status: 503, error: "busy", headers: { "retry-after": "2" } };
const notAnAction = { status: 400, error: "not the body of an action" };

/** Costs nothing, and says when to come again. */
function turnAway({ headers }, response, standInPage) {
  if (response.headersSent) return;
  const plain = { html: inJson("busy"), headers: { "content-type": "application/json" } };
  const page = `${headers.accept}`.includes("text/html") ? standInPage("busy", headers) : plain;
  response.writeHead(503, {
    "retry-after": "2",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...page.headers,
  });
  response.end(page.html);
}

/**
 * Answers at once, and lets the rest of the body run into nothing before the connection ends: cut off in
 * mid-sentence, the sender would see a broken connection instead of the answer.
 */
function refuse(request, response, { status, error, headers = {} }) {
  if (response.headersSent) return request.destroy();
  const body = inJson(error);
  response.writeHead(status, {
    ...headers,
    "content-type": "application/json",
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  if (request.method !== "HEAD") response.write(body);
  const end = () => {
    clearTimeout(impatience);
    response.end(() => request.destroy());
  };
  const impatience = setTimeout(end, lingering);
  if (request.readableEnded || request.complete) end();
  else request.once("end", end).once("error", end).resume();
}

/** Lets running requests finish, then closes the database, so that the next start finds all in order. */
function stopOnSignal(server, { stop }) {
  let stopping = false;
  const finish = async () => {
    if (stopping) return;
    stopping = true;
    // A connection that is kept alive would otherwise bring new requests for as long as it likes.
    server.prependListener("request", (_request, response) => response.setHeader("connection", "close"));
    const impatience = setTimeout(() => server.closeAllConnections(), patience);
    const tidying = setInterval(() => server.closeIdleConnections(), 50);
    await new Promise((resolve) => {
      server.close(resolve);
    });
    clearTimeout(impatience);
    clearInterval(tidying);
    await stop();
    process.exit(0);
  };
  process.on("SIGTERM", finish).on("SIGINT", finish);
}

async function cannotListen(error, { environment, say, stop }) {
  const reason = error.code === "EADDRINUSE" ? "something else listens there already" : error.message;
  say(`Trousseau cannot start: no listening on ${environment.host}, port ${environment.port}: ${reason}.`);
  await stop();
  process.exit(1);
}

if (process.argv[1] === import.meta.filename) {
  serve().catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
