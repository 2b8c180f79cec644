import "server-only";
import { Resend } from "resend";
import type { MailSettings } from "@/lib/env";
import { NotSent, type Transport } from "@/lib/mail/letter";

/** Longer than Resend ever takes, and well within the lease of a batch of mails. */
const patienceMs = 20_000;

type Settings = Extract<MailSettings, { by: "resend" }>;

/** Sends through Resend, or whatever answers instead of it at `baseUrl`. */
export function resendTransport({ apiKey, baseUrl, from }: Settings): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async ({ key, to, subject, text, html }) => {
    const { error, headers } = await resend.emails.send(
      { from, to, subject, text, html },
      { idempotencyKey: key, signal: AbortSignal.timeout(patienceMs) },
    );
    // The key was used for another wording of this same mail, by an earlier version of the program: it is sent.
    if (!error || error.name === "invalid_idempotent_request") return;
    throw new NotSent(`${error.name} ${error.statusCode ?? "no answer"}`, secondsToWait(headers));
  };
}

/** `retry-after` in its form as a number of seconds. RFC 9110 section 10.2.3. */
function secondsToWait(headers: Record<string, string> | null): number | null {
  const asked = headers?.["retry-after"];
  return asked && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
}
