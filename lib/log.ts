import "server-only";
import { type DestinationStream, type Level, pino } from "pino";
import { environment } from "@/lib/env";
import { redactedPath } from "@/lib/log/redacted-path";
import { shownText, tidied } from "@/lib/log/tidied";

/** A line of the log has fields, and a message that is written in the program. */
type Write = (fields: Record<string, unknown>, message: string) => void;
type Log = Record<Exclude<Level, "trace">, Write>;

/** Secrets by the names they travel under, at the top of a line or one level down. */
const secretNames = ["authorization", "cookie", "password", "masterPasswordHash", "token", "secret", "key"];

/** Writes lines of JSON: secrets left out, texts cut and harmless. */
export function makeLog(level: string, destination: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: tidied },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    },
    destination,
  );
  const write =
    (at: Level): Write =>
    (fields, message) =>
      logger[at](fields, message);
  return {
    fatal: write("fatal"),
    error: write("error"),
    warn: write("warn"),
    info: write("info"),
    debug: write("debug"),
  };
}

// Next loads this file into several bundles; the process has one way out.
const slot = Symbol.for("trousseau.log");
const shared = globalThis as { [slot]?: DestinationStream };

function standardOutput(): DestinationStream {
  shared[slot] ??= pino.destination({ dest: 1, sync: true });
  return shared[slot];
}

let ours: Log | undefined;

/** The log of this process, on standard output. */
export function log(): Log {
  ours ??= makeLog(environment().logLevel, standardOutput());
  return ours;
}

/** An address of a mail and its link fit. */
const longestLine = 1000;

/**
 * Says one line to the person at the terminal, whatever the log's level: where the server is, why it cannot
 * start, the link of first-time set-up, the link of a mail that became a file. It leaves by the log's own
 * way out, as one line without control characters.
 */
export const say = (line: string): void => void standardOutput().write(`${shownText(line, longestLine)}\n`);

export type RequestLine = {
  id: string;
  method: string;
  /** As it came, with its query: what is secret in it stays out of the log. */
  url: string;
  status: number;
  milliseconds: number;
  bytes: number;
  /** Only while statements are counted. These are BEGIN, COMMIT and their like. */
  statements?: number;
  transactionFrames?: number;
  transactions?: number;
};

/** One line per request. */
export function logRequest({ url, ...line }: RequestLine): void {
  log().info({ ...line, path: redactedPath(url) }, "request");
}

export type OperationLine = {
  /** The operation's own name, such as `client.create`. */
  name: string;
  /** The kind of actor: who it was stands in the events. */
  actor: string;
  /** `done`, or the code of the refusal or failure. */
  outcome: string;
  milliseconds: number;
};

/** One line per operation. Nothing of what it was given. */
export function logOperation({ name, actor, outcome, milliseconds }: OperationLine): void {
  log().info({ operation: name, actor, outcome, milliseconds }, "operation");
}
