import "server-only";
import Stripe from "stripe";
import type { BillingSettings } from "@/lib/env";

export type StripeSettings = Extract<BillingSettings, { by: "stripe" }>;

/** Longest that Stripe is waited for, in milliseconds: well within the lease of a job. */
const patienceMs = 20_000;

/** Stripe, or whatever answers instead of it at `baseUrl`. */
export function stripeClient({ secretKey, baseUrl }: StripeSettings): Stripe {
  const other = baseUrl ? new URL(baseUrl) : null;
  return new Stripe(secretKey, {
    timeout: patienceMs,
    // A job that failed is tried again by its own rules.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(other && {
      host: other.hostname,
      port: other.port,
      protocol: other.protocol === "http:" ? ("http" as const) : ("https" as const),
    }),
  });
}
