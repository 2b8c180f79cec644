import { randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import type { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { machineApi } from "@/lib/machine-api/app";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { aPerson } from "@/test/people";

export const base = "http://127.0.0.1:3000";
const network = { "x-real-ip": "203.0.113.7" };

/** Sends a request to the doors for machines. What comes back is read as JSON. */
export async function call(path: string, init: RequestInit = {}) {
  const request = new Request(`${base}${path}`, { ...init, headers: { ...network, ...init.headers } });
  const answer = await machineApi.fetch(request);
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (text === "" ? null : JSON.parse(text)) as Record<string, unknown>,
  };
}

/** Sends JSON as an app does. */
export const send = (path: string, body: unknown, headers: Record<string, string> = {}, method = "POST") =>
  call(path, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

/** Asks for a token. */
export const askToken = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  call("/identity/connect/token", {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8", ...headers },
  });

/** Somebody with an account, and the form with which the command line logs them in. */
export async function aPersonWithForm(tx: Tx, more: Partial<typeof users.$inferInsert> = {}) {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash, ...more });
  const form = {
    grant_type: "password",
    username: person.email,
    password: authenticationHash,
    scope: "api offline_access",
    client_id: "cli",
    deviceType: "25",
    deviceIdentifier: randomUUID(),
    deviceName: "linux",
  };
  return { ...person, form };
}

/** The header of somebody's session in an app. */
export async function bearerOf(form: Record<string, string>): Promise<{ authorization: string }> {
  const { body } = await askToken(form);
  return { authorization: `Bearer ${body.access_token}` };
}
