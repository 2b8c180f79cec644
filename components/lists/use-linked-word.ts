"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { listAddress } from "@/components/lists/list-address";

/**
 * A word of the address that opens something on the page, such as a dialog, and what takes it out again when that is
 * closed. The rest of the address stays.
 */
export function useLinkedWord(name: string): { asked: string | null; leave: () => void } {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const asked = params.get(name);

  function leave() {
    if (asked === null) return;
    const address = listAddress(pathname, Object.fromEntries(params), { [name]: undefined });
    router.replace(address as Parameters<typeof router.replace>[0], { scroll: false });
  }

  return { asked, leave };
}
