import Link from "next/link";
import type { ComponentProps } from "react";

export type AppLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** The one link: addresses come as data from navigation, tables and menus, hence as plain strings. */
export function AppLink({ href, ...rest }: AppLinkProps) {
  return <Link href={href} {...rest} />;
}
