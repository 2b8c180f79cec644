"use client";

import { useEffect } from "react";
import { canKeepPage, keepPage } from "@/lib/vault/kept-page";

/** Keeps this page for when the server is away, once it is there. A browser that keeps nothing has none then. */
export function useKeepPage(): void {
  useEffect(() => {
    if (!canKeepPage()) return;
    const waiting = setTimeout(() => {
      keepPage().catch(() => {});
    }, afterwards);
    return () => clearTimeout(waiting);
  }, []);
}

/** Milliseconds in which the page itself is drawn, and loads what it needs. */
const afterwards = 1000;
