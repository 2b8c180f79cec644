"use client";

import Link, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";
import { usePending } from "@/components/ui/pending";
import { mayLeaveFor, useLeaveFor } from "@/components/ui/unsaved";

export type AppLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/**
 * Every link inside the program. Addresses are plain strings, because navigation, tables and menus get them as
 * data.
 */
export function AppLink({ href, children, ...rest }: AppLinkProps) {
  const leaveFor = useLeaveFor();
  return (
    <Link
      href={href}
      {...rest}
      onNavigate={(event) => {
        if (mayLeaveFor(href)) return;
        event.preventDefault();
        leaveFor(href);
      }}
    >
      {children}
      <UnderWay />
    </Link>
  );
}

/** Marks a link whose page is loading. The style sheet fades such a link. */
function UnderWay() {
  const { pending } = useLinkStatus();
  usePending(pending);
  return pending ? <span hidden data-pending="" /> : null;
}
