import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { environment, isDevelopment } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

/**
 * Gives every page a content security policy with a nonce of its own, and its address. Who may see what is not decided
 * here.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString("base64");
  const https = environment().appUrl.startsWith("https:");
  const policy = contentSecurityPolicy({ nonce, https, development: isDevelopment });

  // Next finds the nonce for its own scripts in the request's copy of the policy.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  // Pages cannot ask for their own address; one that leads to log-in has to name it.
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Pages, and what lies in public/: the bodies of requests that pass here are cut at 10 MB. */
export const config = {
  matcher: ["/((?!api/|identity/|scim/|events/|_next/static/).*)"],
};
