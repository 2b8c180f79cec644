import createNextIntlPlugin from "next-intl/plugin";
import { makeWasm } from "./scripts/lib/wasm.mjs";

/** No feature of the browser that the product does not use. */
const permissions = [
  ...["accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"],
  ...["magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"],
]
  .map((feature) => `${feature}=()`)
  .concat(
    "publickey-credentials-get=(self)",
    "publickey-credentials-create=(self)",
    "clipboard-write=(self)",
  );

const onEverything = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": permissions.join(", "),
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex",
  "Origin-Agent-Cluster": "?1",
};

/** A dedicated worker takes the policy of its own script's answer, and ours runs WebAssembly. */
const staticFilePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `default-src` says nothing of forms: they are named apart. */
const answerPolicy = "default-src 'none'; form-action 'none'; frame-ancestors 'none'";

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Safe here: no answer holds a secret that stays the same beside what a visitor typed (the nonce changes each time).
  compress: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    "@cantoo/fontkit",
    "@cantoo/pdf-lib",
    "@electric-sql/pglite",
    "@neondatabase/serverless",
    "@node-rs/argon2",
    "pg",
    "pino",
    "stripe",
    "ws",
  ],
  headers: () => [
    { source: "/:path*", headers: asList(onEverything) },
    { source: "/((?!_next/static/).*)", headers: asList({ "Cache-Control": "no-store" }) },
    { source: "/_next/static/:path*", headers: asList({ "Content-Security-Policy": staticFilePolicy }) },
    {
      source: "/:door(api|identity|scim|events)/:path*",
      headers: asList({ "Content-Security-Policy": answerPolicy }),
    },
  ],
};

const withMessages = createNextIntlPlugin("./lib/session/language-of-request.ts")(config);

/** Whatever builds needs what is compiled before it; a server that only serves does not. */
export default async function configure(phase) {
  if (phase !== "phase-production-server") await makeWasm();
  return withMessages;
}
