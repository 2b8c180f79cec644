import { join, resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used. The message names the variable and what it takes, never its value. */
export class WrongSetting extends Error {
  override name = "WrongSetting";
}

const drivers = ["pglite", "pg", "neon"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const loopbackNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Browsers offer their cryptography to https pages and to those of the same machine, and to no others. */
function isUsableOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash || url.username) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopbackNames.test(url.hostname));
}

const variables = z.object({
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
    .default("info")
    .describe(`one of ${logLevels.join(", ")}`),
  TROUSSEAU_COUNT_STATEMENTS: z.enum(["0", "1"]).default("0").describe("0 or 1"),
});

export type DatabaseSettings =
  | { driver: "pglite"; folder: string; lockFile: string }
  | { driver: "pg" | "neon"; url: string };

/** Where mail goes: files of the data folder, or Resend (whose address can be replaced). */
export type MailSettings =
  | { by: "file"; folder: string; from: string }
  | { by: "resend"; apiKey: string; baseUrl: string | null; from: string };

export type Environment = {
  port: number;
  host: string;
  /** The origin that people type, without a trailing slash. Links in mails start with it. */
  appUrl: string;
  /** Absolute. */
  dataDir: string;
  database: DatabaseSettings;
  mail: MailSettings;
  /** Null when not given: then one is made and kept in the data folder. */
  appSecret: string | null;
  signups: "open" | "invited";
  /** How many proxies stand in front, so how many hops of `x-forwarded-for` are to be believed. */
  trustProxy: number;
  logLevel: (typeof logLevels)[number];
  /** For the bench only: counts the statements of each request. */
  countStatements: boolean;
};

type Variables = z.infer<typeof variables>;

/**
 * Reads the settings. A blank value counts as none.
 *
 * @throws {WrongSetting} at the first variable that cannot be used.
 */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.entries(source).filter(([, value]) => value?.trim());
  const parsed = variables.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw wrong(parsed.error.issues[0]?.path[0]);

  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  return {
    port: values.PORT,
    host: values.HOST,
    appUrl: values.APP_URL ?? `http://127.0.0.1:${values.PORT}`,
    dataDir,
    database: databaseSettings(values, dataDir),
    mail: mailSettings(values, dataDir),
    appSecret: values.APP_SECRET ?? null,
    signups: values.SIGNUPS,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    countStatements: values.TROUSSEAU_COUNT_STATEMENTS === "1",
  };
}

function wrong(variable: PropertyKey | undefined): WrongSetting {
  const name = String(variable);
  const takes = name in variables.shape && variables.shape[name as keyof Variables].description;
  return new WrongSetting(`${name} takes ${takes || "another value"}.`);
}

function databaseSettings(values: Variables, dataDir: string): DatabaseSettings {
  const driver = values.DATABASE_DRIVER ?? (values.DATABASE_URL ? "pg" : "pglite");
  if (driver === "pglite") return { driver, folder: join(dataDir, "db"), lockFile: join(dataDir, "db.lock") };
  if (!values.DATABASE_URL)
    throw new WrongSetting(`DATABASE_URL is missing, and DATABASE_DRIVER ${driver} needs it.`);
  return { driver, url: values.DATABASE_URL };
}

function mailSettings(values: Variables, dataDir: string): MailSettings {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, MAIL_FROM: from } = values;
  if (!apiKey)
    return { by: "file", folder: join(dataDir, "mail"), from: from ?? "Trousseau <trousseau@localhost>" };
  if (!from)
    throw new WrongSetting(
      `MAIL_FROM is missing, and RESEND_API_KEY needs it: ${variables.shape.MAIL_FROM.description}.`,
    );
  return { by: "resend", apiKey, baseUrl: baseUrl ?? null, from };
}

/** Whether this is `next dev`, which needs a looser content security policy. */
export const isDevelopment = process.env.NODE_ENV === "development";

let read: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  read ??= parseEnvironment(process.env);
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
