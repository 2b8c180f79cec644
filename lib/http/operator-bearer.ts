import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { deriveSecret } from "@/lib/secrets";

const validForMs = 60_000;

type Message = { path: string; body: string };

/**
 * What the command line presents to the running server: `<milliseconds>.<signature>`, the signature being
 * HMAC-SHA-256 (RFC 2104), in base64url, of the moment, the path and the body's SHA-256. Only who can read
 * the instance's secret can make one, and one fits one request, once.
 */
export function operatorBearer(message: Message, now: Date): string {
  const moment = `${Number(now)}`;
  return `${moment}.${sign(moment, message)}`;
}

/** Whether `bearer` was made for this request, by a holder of the secret, less than a minute ago. */
export function isOperatorBearer(bearer: string, message: Message, now: Date): boolean {
  const [, moment, signature] = /^(\d{1,15})\.([\w-]{43})$/.exec(bearer) ?? [];
  if (!moment || !signature) return false;
  const isFresh = Math.abs(Number(now) - Number(moment)) <= validForMs;
  return isFresh && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(moment, message)));
}

function sign(moment: string, { path, body }: Message): string {
  const bodyHash = createHash("sha256").update(body).digest("base64url");
  return createHmac("sha256", deriveSecret("operator"))
    .update(`${moment}\n${path}\n${bodyHash}`)
    .digest("base64url");
}
