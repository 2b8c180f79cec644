"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { listAddress } from "@/components/lists/list-address";

/** Which member the address opens, as `?member=`, and what opens another or none. The list stays as it is. */
export function useOpenMember(): [string | null, (memberId: string | null) => void] {
  const pathname = usePathname();
  const params = useSearchParams();
  const { cursor, ...now } = Object.fromEntries(params);
  const open = (memberId: string | null) =>
    window.history.replaceState(
      null,
      "",
      listAddress(pathname, now, { cursor, member: memberId ?? undefined }),
    );
  return [params.get("member"), open];
}
