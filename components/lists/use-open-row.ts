"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { listAddress } from "@/components/lists/list-address";

/**
 * Which row of a list the address opens, and what opens another or none. The list stays as it is.
 *
 * @param name what a row is, which stands before its id in the address: `?member=`.
 */
export function useOpenRow(name: "member" | "item"): [string | null, (id: string | null) => void] {
  const pathname = usePathname();
  const params = useSearchParams();
  const { cursor, ...now } = Object.fromEntries(params);
  const open = (id: string | null) =>
    window.history.replaceState(null, "", listAddress(pathname, now, { cursor, [name]: id ?? undefined }));
  return [params.get(name), open];
}
