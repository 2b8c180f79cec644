"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The person's time zone. The server does not know it and uses UTC. The browser does. */
export const useTimeZone = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
