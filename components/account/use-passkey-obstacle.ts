"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

type Obstacle = "needsName" | "noBrowser";

const never = () => () => {};

/** An address that is a number: IPv4, or IPv6 between brackets. Browsers make passkeys for names alone. */
export const isNumber = (hostname: string) => /^(\[.*\]|\d{1,3}(\.\d{1,3}){3})$/.test(hostname);

/**
 * Why no passkey can be added here; null where one can. The browser is asked once the page is alive.
 *
 * @param serverHasName whether the address that the server is configured with is a name.
 */
export function usePasskeyObstacle(serverHasName: boolean): Obstacle | null {
  return useSyncExternalStore<Obstacle | null>(
    never,
    () => {
      if (!serverHasName || isNumber(window.location.hostname)) return "needsName";
      return browserSupportsWebAuthn() ? null : "noBrowser";
    },
    () => (serverHasName ? null : "needsName"),
  );
}
