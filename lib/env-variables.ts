import { z } from "zod";

const drivers = ["pglite", "pg", "neon"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const loopbackNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Browsers offer their cryptography to https pages and to those of the same machine, and to no others. */
function isUsableOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash || url.username) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopbackNames.test(url.hostname));
}

/** An address with its keys, as `https://KEY:SECRET@host/bucket`, and with nothing after it but a region. */
function isBucketAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, searchParams, hash } = new URL(text);
  if (!/^https?:$/.test(protocol) || !username || !password || hash) return false;
  return [...searchParams.keys()].every((name) => name === "region");
}

/** What each variable of the environment can be, in words too. Whatever reads them judges them by this. */
export const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe("a port number, 1 to 65535"),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("127.0.0.1")
    .describe("an address or name to listen on, such as 127.0.0.1"),
  APP_URL: z
    .string()
    .refine(isUsableOrigin)
    .transform((text) => new URL(text).origin)
    .optional()
    .describe(
      "an https:// origin without a path (http:// only on this machine: browsers need https elsewhere)",
    ),
  DATA_DIR: z.string().default(".data").describe("a folder"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional()
    .describe("a postgres:// address (https:// is Neon over HTTP, which has no interactive transactions)"),
  DATABASE_DRIVER: z
    .enum(drivers)
    .optional()
    .describe("pglite, pg or neon (neon-http has no interactive transactions)"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z
    .string()
    .regex(/^https?:\/\/./)
    .optional()
    .describe("an http:// or https:// address"),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
    .optional()
    .describe("a sender, such as Trousseau <portal@msp.example>"),
  INVOICE_ISSUER: z
    .string()
    .max(500)
    .optional()
    .describe("the name and address of whoever bills, 500 characters or fewer, with | between lines"),
  INVOICE_PAYMENT: z
    .string()
    .max(500)
    .optional()
    .describe("how invoices are paid, such as a bank account, 500 characters or fewer"),
  INVOICE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe("the country of whoever bills, two capital letters such as LU"),
  STRIPE_SECRET_KEY: z.string().optional().describe("a secret key of Stripe"),
  STRIPE_WEBHOOK_SECRET: z.string().optional().describe("the signing secret of the endpoint at Stripe"),
  STRIPE_BASE_URL: z
    .string()
    .regex(/^https?:\/\/./)
    .optional()
    .describe("an http:// or https:// address"),
  HIBP_BASE_URL: z
    .string()
    .regex(/^https?:\/\/./)
    .optional()
    .describe("an http:// or https:// address, such as https://api.pwnedpasswords.com"),
  ATTACHMENTS_URL: z
    .string()
    .refine(isBucketAddress)
    .optional()
    .describe(
      "https://KEY:SECRET@host/bucket, with both percent-encoded, and ?region=NAME where one is needed",
    ),
  TLS_CERT: z.string().optional().describe("a file with a certificate and those above it, in PEM"),
  TLS_KEY: z.string().optional().describe("the file with the key of TLS_CERT, in PEM, without a password"),
  APP_SECRET: z.string().min(32).optional().describe("32 characters or more"),
  SIGNUPS: z.enum(["open", "invited"]).default("invited").describe("open or invited"),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(16)
    .default(0)
    .describe("the number of proxies in front of this server, 0 to 16"),
  LOG_LEVEL: z
    .enum(logLevels)
    .optional()
    .describe(`one of ${logLevels.join(", ")}`),
  TROUSSEAU_COUNT_STATEMENTS: z.enum(["0", "1"]).default("0").describe("0 or 1"),
});
