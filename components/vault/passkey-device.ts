"use client";

import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { Cancelled } from "@/components/forms/cancelled";
import type { ActionResult } from "@/lib/http/result";

export type CreationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
export type SigningOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];

/** What every passkey evaluates for a vault: the salt is no secret, as each passkey has a secret of its own. */
const salt = new TextEncoder().encode("trousseau vault unlock 1");

/** Has an authenticator make a passkey, and says whether the browser tells that it evaluates secrets. */
export const makePasskey = (options: CreationOptions) =>
  told(async () => {
    const optionsJSON = { ...options, extensions: { ...options.extensions, prf: {} } };
    const { clientExtensionResults, ...rest } = await startRegistration({ optionsJSON });
    const evaluates = clientExtensionResults.prf?.enabled === true;
    return { registration: { ...rest, clientExtensionResults: {} }, evaluates };
  });

/** Has a passkey sign, for the second step. */
export const signWithPasskey = (optionsJSON: SigningOptions) =>
  told(async () => {
    const { clientExtensionResults: _, ...signature } = await startAuthentication({ optionsJSON });
    return { ...signature, clientExtensionResults: {} };
  });

/**
 * Has a passkey sign and evaluate. What it evaluates is a secret: it is taken out of what is sent. Where the passkey
 * or the browser cannot, the failure is `passkey_evaluates_nothing`.
 */
export async function evaluateWithPasskey(options: SigningOptions) {
  const optionsJSON = { ...options, extensions: { ...options.extensions, prf: { eval: { first: salt } } } };
  const answer = await told(async () => {
    const { clientExtensionResults, ...rest } = await startAuthentication({ optionsJSON });
    const signature = { ...rest, clientExtensionResults: {} };
    return { signature, first: clientExtensionResults.prf?.results?.first };
  });
  if (!answer.ok) return answer;
  const { signature, first } = answer.result;
  if (!first) return { ok: false as const, failure: { code: "passkey_evaluates_nothing" as const } };
  return { ok: true as const, result: { signature, evaluated: bytesOf(first) } };
}

const bytesOf = (source: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);

/** Whoever closes the browser's question, or lets it run out, has not failed at anything: that is `Cancelled`. */
async function told<Answer>(ask: () => Promise<Answer>): Promise<ActionResult<Answer>> {
  try {
    return { ok: true, result: await ask() };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "NotAllowedError" || name === "AbortError") throw new Cancelled();
    // The page was opened under a number, or under another name than the passkey is for.
    if (name === "SecurityError") return { ok: false, failure: { code: "passkeys_need_a_name" } };
    return { ok: false, failure: { code: name === "InvalidStateError" ? "passkey_known" : "wrong_passkey" } };
  }
}
