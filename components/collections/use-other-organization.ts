"use client";

import { useEffect, useRef } from "react";

/** Calls `forget` once another organization is chosen: what was picked of the former one is not there. */
export function useOtherOrganization(organizationId: string, forget: () => void) {
  const former = useRef(organizationId);
  useEffect(() => {
    if (former.current === organizationId) return;
    former.current = organizationId;
    forget();
  });
}
