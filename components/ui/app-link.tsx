"use client";

import Link, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";
import { usePending } from "@/components/ui/pending";
import { mayLeaveFor, useLeaveFor } from "@/components/ui/unsaved";

export type AppLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** The one link: addresses come as data from navigation, tables and menus, hence as plain strings. */
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

/** Tells that the page behind the link is on its way; the style sheet fades the link that has it. */
function UnderWay() {
  const { pending } = useLinkStatus();
  usePending(pending);
  return pending ? <span hidden data-pending="" /> : null;
}
