import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { parseEnvironment, shareWithNextAuth, WrongSettings } from "@/lib/env";

test("nothing given: this machine only, the embedded database, mail as files", () => {
  expect(parseEnvironment({ DATABASE_URL: " " })).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    appUrl: "http://127.0.0.1:3000",
    database: { driver: "pglite", folder: resolve(".data/db") },
    mail: { by: "file", folder: resolve(".data/mail") },
    breachesUrl: null,
    bucket: null,
    appSecret: null,
    signups: "invited",
    trustProxy: 0,
  });
});

test("the instance keeps its own books, under its own name, unless the settings say otherwise", () => {
  expect(parseEnvironment({ APP_URL: "https://portal.msp.example" })).toMatchObject({
    billing: { by: "ledger" },
    issuer: { lines: ["portal.msp.example"], howToPay: null },
    issuerCountry: null,
  });
  const stripe = { STRIPE_SECRET_KEY: "sk_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };
  const issuer = {
    INVOICE_ISSUER: "Trousseau | Luxembourg",
    INVOICE_PAYMENT: "by transfer",
    INVOICE_COUNTRY: "LU",
  };
  expect(parseEnvironment({ ...stripe, ...issuer })).toMatchObject({
    billing: { by: "stripe", secretKey: "sk_1", webhookSecret: "whsec_1", baseUrl: null },
    issuer: { lines: ["Trousseau", "Luxembourg"], howToPay: "by transfer" },
    issuerCountry: "LU",
  });
});

test("a bucket is an address with its keys, in which signs are percent-encoded", () => {
  const keys = { accessKeyId: "AKIA1", secretAccessKey: "s/e+c" };
  const bucketOf = (ATTACHMENTS_URL: string) => parseEnvironment({ ATTACHMENTS_URL }).bucket;
  expect(bucketOf("https://AKIA1:s%2Fe%2Bc@s3.example:9000/files/of/msp/?region=eu-west-1")).toEqual({
    ...{ address: "https://s3.example:9000/files/of/msp", ...keys, region: "eu-west-1" },
  });
  expect(bucketOf("https://AKIA1:s%2Fe%2Bc@files.s3.example")).toEqual({
    ...{ address: "https://files.s3.example", ...keys, region: null },
  });
});

test("the address follows the port, and loses its slash", () => {
  expect(parseEnvironment({ PORT: "8123" }).appUrl).toBe("http://127.0.0.1:8123");
  expect(parseEnvironment({ APP_URL: "https://portal.msp.example/" }).appUrl).toBe(
    "https://portal.msp.example",
  );
});

test("https is served with a certificate and its key, which come together", () => {
  expect(parseEnvironment({}).tls).toBe(null);
  expect(parseEnvironment({ TLS_CERT: "portal.pem", TLS_KEY: "/etc/portal.key" })).toMatchObject({
    tls: { certificate: resolve("portal.pem"), key: "/etc/portal.key" },
    appUrl: "https://127.0.0.1:3000",
  });
  expect(() => parseEnvironment({ TLS_CERT: "portal.pem" })).toThrow("TLS_KEY is missing");
  expect(() => parseEnvironment({ TLS_KEY: "portal.key" })).toThrow("TLS_CERT is missing");
});

test.each([
  [{}, "pg"],
  [{ DATABASE_DRIVER: "neon" }, "neon"],
])("a database address with %o is opened with %s", (given, driver) => {
  const url = "postgres://portal@db.example/portal";
  expect(parseEnvironment({ DATABASE_URL: url, ...given }).database).toEqual({ driver, url });
});

test.each([
  ["PORT", { PORT: "70000" }],
  ["PORT", { PORT: "http" }],
  ["APP_URL", { APP_URL: "http://portal.msp.example" }],
  ["APP_URL", { APP_URL: "https://portal.msp.example/vault" }],
  ["DATABASE_URL", { DATABASE_URL: "https://ep-1.neon.example/sql" }],
  ["DATABASE_URL", { DATABASE_DRIVER: "neon" }],
  ["DATABASE_DRIVER", { DATABASE_DRIVER: "neon-http" }],
  ["MAIL_FROM", { RESEND_API_KEY: "re_1" }],
  ["STRIPE_WEBHOOK_SECRET", { STRIPE_SECRET_KEY: "sk_1" }],
  ["STRIPE_BASE_URL", { STRIPE_BASE_URL: "stripe" }],
  ["HIBP_BASE_URL", { HIBP_BASE_URL: "pwned" }],
  ["ATTACHMENTS_URL", { ATTACHMENTS_URL: "https://s3.example/files" }],
  ["ATTACHMENTS_URL", { ATTACHMENTS_URL: "https://key@s3.example/files" }],
  ["ATTACHMENTS_URL", { ATTACHMENTS_URL: "s3://key:secret@s3.example/files" }],
  ["ATTACHMENTS_URL", { ATTACHMENTS_URL: "https://key:secret@s3.example/files?zone=north" }],
  ["INVOICE_ISSUER", { INVOICE_ISSUER: "x".repeat(501) }],
  ["APP_SECRET", { APP_SECRET: "short" }],
  ["SIGNUPS", { SIGNUPS: "yes" }],
  ["TRUST_PROXY", { TRUST_PROXY: "true" }],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
])("a wrong %s is named, in one line: %o", (name, given) => {
  expect(() => parseEnvironment(given)).toThrow(new RegExp(`^${name} [^\n]+$`));
});

test("all that is wrong is named at once, each with what it takes, and no secret is repeated", () => {
  const given = {
    PORT: "http",
    APP_SECRET: "hunter2",
    DATABASE_URL: "mysql://portal:hunter2@db.example/portal",
    RESEND_API_KEY: "re_hunter2",
    APP_URL: "https://me:hunter2@portal.msp.example",
    ATTACHMENTS_URL: "ftp://key:hunter2@s3.example/files",
    TRUST_PROXY: "yes",
  };
  const sentences = sentencesOf(() => parseEnvironment(given));
  expect(sentences.map((sentence) => sentence.split(" ", 1)[0])).toEqual([
    "PORT",
    "APP_URL",
    "DATABASE_URL",
    "ATTACHMENTS_URL",
    "APP_SECRET",
    "TRUST_PROXY",
    "MAIL_FROM",
  ]);
  expect(sentences[0]).toBe('PORT cannot be "http". It takes a port number, 1 to 65535.');
  expect(sentences.join()).not.toContain("hunter2");
});

function sentencesOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof WrongSettings) return error.sentences;
    throw error;
  }
  return [];
}

test("a person at a terminal reads of requests only when asked; a file or a service has them", () => {
  expect(parseEnvironment({}, true).logLevel).toBe("warn");
  expect(parseEnvironment({ LOG_LEVEL: "info" }, true).logLevel).toBe("info");
  expect(parseEnvironment({}).logLevel).toBe("info");
});

test("Neon over HTTP is refused for the reason", () => {
  expect(() => parseEnvironment({ DATABASE_DRIVER: "neon-http" })).toThrow("no interactive transactions");
  expect(() => parseEnvironment({ DATABASE_URL: "https://ep-1.neon.example" })).toThrow(
    "no interactive transactions",
  );
});

test("a refused secret is not repeated", () => {
  expect(() => parseEnvironment({ APP_SECRET: "hunter2" })).not.toThrow("hunter2");
});

test("the service that docs/running.md describes has settings that can be used", () => {
  const lines = readFileSync("docs/running.md", "utf8").matchAll(/^Environment=(.+)$/gm);
  const pairs = [...lines].flatMap(([, line = ""]) => line.split(" ").map((pair) => pair.split("=", 2)));
  const settings = parseEnvironment(Object.fromEntries(pairs));
  expect(settings).toMatchObject({ appUrl: "https://portal.msp.example", trustProxy: 1 });
});

test("next-auth finds no second secret in the environment", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "another");
  vi.stubEnv("NEXTAUTH_URL", "http://elsewhere.example");
  shareWithNextAuth("https://portal.msp.example");
  expect(process.env).toMatchObject({ NEXTAUTH_URL: "https://portal.msp.example" });
  expect(process.env.NEXTAUTH_SECRET).toBeUndefined();
  vi.unstubAllEnvs();
});
