import "server-only";
import { isIP } from "node:net";
import { environment } from "@/lib/env";

/** Whom passkeys are made for: the address that people type, as configured, and never what a request says. */
export function relyingParty() {
  const { origin, hostname } = new URL(environment().appUrl);
  return { origin, id: hostname, name: "Trousseau" };
}

/** Browsers make passkeys for names and not for numbers: WebAuthn level 3, section 5.1.3 asks for a domain. */
export const passkeysWork = (): boolean => isIP(relyingParty().id.replace(/^\[|\]$/gu, "")) === 0;
