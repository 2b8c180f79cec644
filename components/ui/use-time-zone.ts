"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The person's time zone. The server does not know where they sit and says UTC; the browser then knows. */
export const useTimeZone = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
