import { z } from "zod";
import { actAs } from "@/components/vault/acting-account";
import type { ActionResult, Failure } from "@/lib/http/result";
import { forgetKept } from "@/lib/vault/kept-for-away";

/** What next-auth's own addresses are asked and answer, for the browser. */
const Csrf = z.object({ csrfToken: z.string() });
const Answer = z.object({ url: z.string() });

type Proof = {
  email: string;
  authenticationHash: string;
  deviceIdentifier: string;
  /** The second step, where it was asked for. */
  code?: string;
  /** Or the signature of a passkey, as JSON. */
  passkey?: string;
  /** Asks for a code to be mailed instead of a session; the answer is `code_needed` again. */
  mail?: "true";
  remember?: "true";
};

/**
 * Opens a session for whoever proves the master password; the answer sets its cookie.
 *
 * @throws {TypeError} when the server cannot be reached.
 */
export async function openSession(proof: Proof): Promise<ActionResult<null>> {
  // What was kept may be somebody else's.
  await forgetKept();
  const answer = await post("/api/auth/callback/credentials", proof);
  if (answer === "unexpected") return failed({ code: "unexpected" });
  // The page was made for whoever was signed in before, if anybody was.
  actAs(null);
  const refused = new URL(answer.url, window.location.origin).searchParams.get("error");
  return refused === null ? { ok: true, result: null } : failed(readRefusal(refused));
}

/**
 * Ends this browser's session on the server and takes its cookie away. What the device kept for when the server is away
 * goes first, whether the server answers or not.
 */
export async function closeSession(): Promise<ActionResult<null>> {
  await forgetKept();
  const answer = await post("/api/auth/signout", {});
  if (answer === "unexpected") return failed({ code: "unexpected" });
  actAs(null);
  return { ok: true, result: null };
}

const failed = (failure: Failure): ActionResult<null> => ({ ok: false, failure });

async function post(path: string, fields: Record<string, string>) {
  const csrf = await fetch("/api/auth/csrf");
  const token = Csrf.safeParse(await csrf.json().catch(() => null));
  if (!token.success) return "unexpected";
  const answer = await fetch(path, {
    method: "POST",
    body: new URLSearchParams({
      ...fields,
      ...token.data,
      callbackUrl: window.location.origin,
      json: "true",
    }),
  });
  const parsed = Answer.safeParse(await answer.json().catch(() => null));
  return parsed.success ? parsed.data : "unexpected";
}

const Refusal = z.object({
  code: z.enum([
    "wrong_credentials",
    "code_needed",
    "wrong_code",
    "wrong_passkey",
    "too_many_letters",
    "too_many_attempts",
    "invalid",
    "unexpected",
    "unavailable",
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** The code that log-in put into the answer's `error`. Anything else is next-auth's own and means nothing here. */
export function readRefusal(text: string): Failure {
  try {
    const { code, values } = Refusal.parse(JSON.parse(text));
    return values ? { code, values } : { code };
  } catch {
    return { code: "unexpected" };
  }
}
