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

/** Logs in over HTTP as a browser does, and answers a fetch that carries the session. */
export async function signedIn(url: string, email: string, password: string) {
  const jar = new CookieJar();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, cookie: jar.header };
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: "manual" });
    jar.take(response);
    return response;
  };
  const { csrfToken } = await (await send("/api/auth/csrf")).json();
  const authenticationHash = await makeKeyring().deriveAuthentication({ email, password, kdf: defaultKdf });
  const proof = { email, authenticationHash, deviceIdentifier: randomUUID(), csrfToken, json: "true" };
  const answer = await send("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(proof).toString(),
  });
  if (!answer.ok) throw new Error(`${email} could not log in: ${answer.status}`);
  return send;
}
