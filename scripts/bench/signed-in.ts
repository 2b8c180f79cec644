import { randomUUID } from "node:crypto";
import { defaultKdf } from "@/lib/domain/kdf";
import { makeKeyring } from "@/lib/vault/keyring";

/** Cookies of one visitor, as `name=value` pairs. */
class CookieJar {
  readonly #pairs = new Map<string, string>();

  take(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#pairs.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get header() {
    return [...this.#pairs].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

export type Visitor = (path: string, init?: RequestInit) => Promise<Response>;

/** Somebody's browser: a fetch that keeps the cookies it is given. */
export function visitorOf(url: string): Visitor {
  const jar = new CookieJar();
  return async (path, init = {}) => {
    const headers = { ...init.headers, cookie: jar.header };
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: "manual" });
    jar.take(response);
    return response;
  };
}

/** Asks for what a log-in has to carry along, and answers the log-in itself. */
export async function readyToLogIn(send: Visitor, proof: { email: string; authenticationHash: string }) {
  const { csrfToken } = await (await send("/api/auth/csrf")).json();
  const fields = { ...proof, deviceIdentifier: randomUUID(), csrfToken, json: "true" };
  return () =>
    send("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
}

export const proofOf = async (email: string, password: string) => ({
  email,
  authenticationHash: await makeKeyring().deriveAuthentication({ email, password, kdf: defaultKdf }),
});

/** Logs in over HTTP as a browser does, and answers a fetch that carries the session. */
export async function signedIn(url: string, email: string, password: string): Promise<Visitor> {
  const send = visitorOf(url);
  const logIn = await readyToLogIn(send, await proofOf(email, password));
  const answer = await logIn();
  if (!answer.ok) throw new Error(`${email} could not log in: ${answer.status}`);
  return send;
}
