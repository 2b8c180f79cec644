import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "target" | "rel">;

/** A link to somewhere else, which learns nothing of this page: neither its address nor a hold on its window. */
export const OuterLink = (props: Props) => <a {...props} target="_blank" rel="noopener noreferrer" />;
