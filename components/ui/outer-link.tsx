import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "target" | "rel"> & { href: string };

/** A link to somewhere else, which learns nothing of this page: neither its address nor a hold on its window. */
export const OuterLink = ({ href, ...rest }: Props) => (
  <a href={href} {...rest} target="_blank" rel="noopener noreferrer" />
);
