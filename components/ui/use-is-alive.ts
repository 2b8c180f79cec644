"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's scripts run. They do not on the server, and until React has taken over the page. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
