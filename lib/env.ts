import { join, resolve } from "node:path";
import type { z } from "zod";
import { type LogLevel, variables } from "@/lib/env-variables";

/**
 * Settings that cannot be used: one sentence for each, which names the variable, what is wrong with it and what
 * it takes. The value of a secret is never among the words.
 */
export class WrongSettings extends Error {
  override name = "WrongSettings";
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
  }
}

export type DatabaseSettings =
  | { driver: "pglite"; folder: string; lockFile: string }
  | { driver: "pg" | "neon"; url: string };

/** Where mail goes: files of the data folder, or Resend (whose address can be replaced). */
export type MailSettings =
  | { by: "file"; folder: string; from: string }
  | { by: "resend"; apiKey: string; baseUrl: string | null; from: string };

/** Who collects invoices: nobody else, or Stripe (whose address can be replaced). */
export type BillingSettings =
  | { by: "ledger" }
  | { by: "stripe"; secretKey: string; webhookSecret: string; baseUrl: string | null };

/** A bucket that speaks S3, and the keys that requests to it are signed with. Without a region, its host says it. */
export type BucketSettings = {
  /** Objects are put under it. Without a trailing slash. */
  address: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string | null;
};

/** Files in PEM, by absolute paths: to serve https without a proxy. */
export type TlsSettings = { certificate: string; key: string };

/** Who bills providers: printed on invoices. */
export type IssuerSettings = { lines: string[]; howToPay: string | null };

export type Environment = {
  port: number;
  host: string;
  /** Null where http is served, on this machine or behind a proxy. */
  tls: TlsSettings | null;
  /** The origin that people type, without a trailing slash. Links in mails start with it. */
  appUrl: string;
  /** Absolute. */
  dataDir: string;
  database: DatabaseSettings;
  mail: MailSettings;
  billing: BillingSettings;
  issuer: IssuerSettings;
  /** ISO 3166-1 alpha-2. With it, providers of other countries are told when they have no tax number. */
  issuerCountry: string | null;
  /** The service that knows exposed passwords by ranges of their hashes; null where there is none to ask. */
  breachesUrl: string | null;
  /** Where files of items are kept; null when in the database. */
  bucket: BucketSettings | null;
  /** Null when not given: then one is made and kept in the data folder. */
  appSecret: string | null;
  signups: "open" | "invited";
  /** How many proxies stand in front, so how many hops of `x-forwarded-for` are to be believed. */
  trustProxy: number;
  logLevel: LogLevel;
  /** For the bench only: counts the statements of each request. */
  countStatements: boolean;
};

type Variables = z.infer<typeof variables>;
type Name = keyof Variables;

const names = variables.keyof().options;

/** The values of these settings are never printed. The address of a database has a password in it. */
const secrets: readonly Name[] = [
  "APP_SECRET",
  "ATTACHMENTS_URL",
  "DATABASE_URL",
  "RESEND_API_KEY",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
];

const longestSaid = 60;

/**
 * Reads the settings. A blank value counts as none.
 *
 * @param isTerminal whether a person reads the output: then only what is wrong is logged unless more is asked for, so
 *   that the links of set-up and mails, which are said there, are not pushed out of sight by a line per request.
 * @throws {WrongSettings} with every variable that cannot be used.
 */
export function parseEnvironment(
  source: Readonly<Record<string, string | undefined>>,
  isTerminal = false,
): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const refused = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
  const sentences = [
    ...names.filter((name) => refused.includes(name)).map((name) => wrong(name, given[name] ?? "")),
    ...missing(given),
  ];
  if (!parsed.success || sentences.length > 0) throw new WrongSettings(sentences);

  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  const tls = tlsSettings(values);
  const appUrl = values.APP_URL ?? `${tls ? "https" : "http"}://127.0.0.1:${values.PORT}`;
  return {
    port: values.PORT,
    host: values.HOST,
    tls,
    appUrl,
    dataDir,
    database: databaseSettings(values, dataDir),
    mail: mailSettings(values, dataDir),
    billing: billingSettings(values),
    issuer: issuerSettings(values, appUrl),
    issuerCountry: values.INVOICE_COUNTRY ?? null,
    breachesUrl: values.HIBP_BASE_URL ?? null,
    bucket: values.ATTACHMENTS_URL ? bucketSettings(values.ATTACHMENTS_URL) : null,
    appSecret: values.APP_SECRET ?? null,
    signups: values.SIGNUPS,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL ?? (isTerminal ? "warn" : "info"),
    countStatements: values.TROUSSEAU_COUNT_STATEMENTS === "1",
  };
}

function wrong(name: Name, value: string): string {
  // Any address may have a password in it.
  const said = JSON.stringify(value.replace(/\/\/[^/]*@/, "//").slice(0, longestSaid));
  const is = secrets.includes(name) ? "cannot be used" : `cannot be ${said}`;
  return `${name} ${is}. It takes ${takes(name)}.`;
}

const takes = (name: Name) => variables.shape[name].description ?? "another value";

/** Settings that are needed because of another one. */
function missing(given: Readonly<Record<string, string | undefined>>): string[] {
  const { DATABASE_DRIVER: driver, DATABASE_URL: url, RESEND_API_KEY: key, MAIL_FROM: from } = given;
  const {
    STRIPE_SECRET_KEY: stripe,
    STRIPE_WEBHOOK_SECRET: webhook,
    TLS_CERT: cert,
    TLS_KEY: ofCert,
  } = given;
  return [
    ...((driver === "pg" || driver === "neon") && !url
      ? [`DATABASE_URL is missing. DATABASE_DRIVER ${driver} needs it: ${takes("DATABASE_URL")}.`]
      : []),
    ...(key && !from ? [`MAIL_FROM is missing. RESEND_API_KEY needs it: ${takes("MAIL_FROM")}.`] : []),
    ...(stripe && !webhook
      ? [`STRIPE_WEBHOOK_SECRET is missing. STRIPE_SECRET_KEY needs it: ${takes("STRIPE_WEBHOOK_SECRET")}.`]
      : []),
    ...(cert && !ofCert ? [`TLS_KEY is missing. TLS_CERT needs it: ${takes("TLS_KEY")}.`] : []),
    ...(ofCert && !cert ? [`TLS_CERT is missing. TLS_KEY needs it: ${takes("TLS_CERT")}.`] : []),
  ];
}

function databaseSettings(values: Variables, dataDir: string): DatabaseSettings {
  const { DATABASE_URL: url, DATABASE_DRIVER: driver = url ? "pg" : "pglite" } = values;
  if (driver === "pglite" || !url)
    return { driver: "pglite", folder: join(dataDir, "db"), lockFile: join(dataDir, "db.lock") };
  return { driver, url };
}

function mailSettings(values: Variables, dataDir: string): MailSettings {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, MAIL_FROM: from } = values;
  if (!apiKey || !from)
    return { by: "file", folder: join(dataDir, "mail"), from: from ?? "Trousseau <trousseau@localhost>" };
  return { by: "resend", apiKey, baseUrl: baseUrl ?? null, from };
}

function billingSettings(values: Variables): BillingSettings {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = values;
  if (!secretKey || !webhookSecret) return { by: "ledger" };
  return { by: "stripe", secretKey, webhookSecret, baseUrl: values.STRIPE_BASE_URL ?? null };
}

const tlsSettings = ({ TLS_CERT: certificate, TLS_KEY: key }: Variables): TlsSettings | null =>
  certificate && key ? { certificate: resolve(certificate), key: resolve(key) } : null;

function bucketSettings(text: string): BucketSettings {
  const { origin, pathname, username, password, searchParams } = new URL(text);
  return {
    address: `${origin}${pathname}`.replace(/\/+$/, ""),
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get("region"),
  };
}

/** Without a setting, whoever bills goes by the address of the instance. */
function issuerSettings({ INVOICE_ISSUER: issuer, INVOICE_PAYMENT: howToPay }: Variables, appUrl: string) {
  const lines = (issuer ?? new URL(appUrl).host).split("|").map((line) => line.trim());
  return { lines: lines.filter(Boolean), howToPay: howToPay ?? null };
}

/** Whether this is `next dev`, which needs a looser content security policy. */
export const isDevelopment = process.env.NODE_ENV === "development";

let read: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  read ??= parseEnvironment(process.env, process.stdout?.isTTY);
  return read;
}

/**
 * next-auth reads two variables itself. Its address follows from ours; its secret is in its options alone
 * (lib/session/options.ts), so that there are not two.
 */
export function shareWithNextAuth(appUrl: string): void {
  process.env.NEXTAUTH_URL = appUrl;
  delete process.env.NEXTAUTH_SECRET;
}
