import "server-only";
import { environment } from "@/lib/env";

/** Pages of Safari's extension have this origin. Extensions of other browsers are let through by these. */
const safariExtension = "file://";

const methods = "GET, POST, PUT, DELETE";
const headers = [
  ...[
    "authorization",
    "content-type",
    "accept",
    "cache-control",
    "pragma",
    "device-type",
    "device-identifier",
  ],
  ...["bitwarden-client-name", "bitwarden-client-version", "bitwarden-package-type", "is-prerelease"],
  ...["auth-email", "x-request-email", "x-device-identifier"],
].join(", ");

/** What a browser asks before a request of another origin. */
export const preflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": methods,
      "access-control-allow-headers": headers,
      "access-control-max-age": "600",
    },
  });

/**
 * Lets a page of ours and Safari's extension read the answer. Both send cookies along, which nothing here looks at.
 * Protocol chapter 0.2.
 */
export function withCors(answer: Response, origin: string | null): Response {
  answer.headers.append("vary", "origin");
  if (origin !== environment().appUrl && origin !== safariExtension) return answer;
  answer.headers.set("access-control-allow-origin", origin);
  answer.headers.set("access-control-allow-credentials", "true");
  return answer;
}
