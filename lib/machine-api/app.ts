import "server-only";
import { Hono } from "hono";
import { answered } from "@/lib/http/answer-of";
import type { Failure } from "@/lib/http/result";
import { localeAccepted } from "@/lib/i18n/locales";
import { accountRoutes } from "@/lib/machine-api/bitwarden/account-routes";
import { cipherLifeRoutes } from "@/lib/machine-api/bitwarden/cipher-life-routes";
import { cipherPlaceRoutes } from "@/lib/machine-api/bitwarden/cipher-place-routes";
import { cipherRoutes } from "@/lib/machine-api/bitwarden/cipher-routes";
import { dialect } from "@/lib/machine-api/bitwarden/dialect";
import { eventRoutes } from "@/lib/machine-api/bitwarden/event-routes";
import { folderRoutes } from "@/lib/machine-api/bitwarden/folder-routes";
import { identityRoutes } from "@/lib/machine-api/bitwarden/identity-routes";
import { serverRoutes } from "@/lib/machine-api/bitwarden/server-routes";
import { syncRoutes } from "@/lib/machine-api/bitwarden/sync-routes";
import { tokenRoutes } from "@/lib/machine-api/bitwarden/token-routes";
import { preflight, withCors } from "@/lib/machine-api/cors";
import type { Route } from "@/lib/machine-api/endpoints";

/** Every address at which a machine is answered. */
export const routes: readonly Route[] = [
  ...identityRoutes,
  ...tokenRoutes,
  ...serverRoutes,
  ...accountRoutes,
  ...syncRoutes,
  ...folderRoutes,
  // What is said of several items has a word where the others have an id, so it is looked for first.
  ...cipherPlaceRoutes,
  ...cipherLifeRoutes,
  ...cipherRoutes,
  ...eventRoutes,
];

/** Addresses under `/api` that are route handlers of Next: for our own pages, and for whoever watches the server. */
const ofNext = /^\/api\/(attachments|auth|billing|breaches|health|operator|questions|ready)(\/|$)/;

const app = new Hono({ strict: false });
for (const { sentence, handle } of routes) {
  const [method = "", path = ""] = sentence.split(" ");
  app.on(method, path, ({ req }) => handle(req.raw, req.param()));
}

const said = (failure: Failure, { headers }: Request) =>
  dialect.problem(failure, localeAccepted(headers.get("accept-language")));
app.notFound(({ req }) => said({ code: "not_found" }, req.raw));
app.onError(async (error, { req }) => {
  const answer = await answered(`${req.method} ${req.path}`, () => Promise.reject(error));
  return said(answer.ok ? { code: "not_found" } : answer.failure, req.raw);
});

async function answerTo(request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return preflight();
  // Hono would read what nobody gets: a sync would count as told.
  if (request.method === "HEAD") return said({ code: "not_found" }, request);
  return app.fetch(request);
}

/** The doors for machines, which the server in front of Next asks first. */
export const machineApi = {
  /** Whether an address is answered here, if only by saying that nothing is there. */
  answersAt: (path: string): boolean => /^\/(api|identity|events)(\/|$)/.test(path) && !ofNext.test(path),

  async fetch(request: Request): Promise<Response> {
    const answer = await answerTo(request);
    answer.headers.set("cache-control", "no-store");
    return withCors(answer, request.headers.get("origin"));
  },
};

export type MachineApi = typeof machineApi;
