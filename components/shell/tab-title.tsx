"use client";

import { useEffect } from "react";

const separator = " · ";

/**
 * Puts a name that only this device can open in front of the page's title, instead of its general word: tabs of two
 * collections are told apart.
 */
export function TabTitle({ name }: { name: string }) {
  useEffect(() => {
    const before = document.title;
    const [, ...rest] = before.split(separator);
    document.title = [name, ...rest].join(separator);
    return () => {
      if (document.title.startsWith(name)) document.title = before;
    };
  }, [name]);
  return null;
}
