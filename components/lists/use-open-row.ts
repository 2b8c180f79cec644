"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { listAddress } from "@/components/lists/list-address";

const wordsNow = () => Object.fromEntries(new URLSearchParams(window.location.search));

/**
 * Which row of a list the address opens, and what opens another or none. The list stays as it is.
 *
 * @param name what a row is, which stands before its id in the address: `?member=`.
 */
export function useOpenRow(name: "member" | "item"): [string | null, (id: string | null) => void] {
  const pathname = usePathname();
  const asked = useSearchParams().get(name);
  const [openId, setOpenId] = useState(asked);

  // The router hears of a new address a moment later, and perhaps only of the last of several.
  useEffect(() => {
    if (asked === (wordsNow()[name] ?? null)) setOpenId(asked);
  }, [asked, name]);

  function open(id: string | null) {
    setOpenId(id);
    const { cursor, ...now } = wordsNow();
    window.history.replaceState(null, "", listAddress(pathname, now, { cursor, [name]: id ?? undefined }));
  }
  return [openId, open];
}
