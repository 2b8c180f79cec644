import type { ReactNode } from "react";
import { AppLink, type AppLinkProps } from "@/components/ui/app-link";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-style";

type Props = Omit<AppLinkProps, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  wide?: boolean;
};

/** Leads somewhere, and looks like a button. */
export function LinkButton({
  variant = "primary",
  size = "m",
  icon,
  wide = false,
  children,
  ...rest
}: Props) {
  return (
    <AppLink {...rest} className={buttonClass(variant, size, wide)}>
      {icon}
      {children}
    </AppLink>
  );
}
