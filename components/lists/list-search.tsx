"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { listAddress } from "@/components/lists/list-address";
import { usePending } from "@/components/ui/pending";
import { SearchBox } from "@/components/ui/search-box";

/** A search whose text stands in the address, so that what was found can be kept and shared. */
export function ListSearch({ label }: { label: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();

  usePending(isPending);

  function search(text: string) {
    const address = listAddress(pathname, Object.fromEntries(params), { search: text || undefined });
    startTransition(() => router.replace(address as Parameters<typeof router.replace>[0], { scroll: false }));
  }

  return <SearchBox label={label} defaultValue={params.get("search") ?? ""} onSearch={search} />;
}
