import { cx } from "@/components/ui/cx";

export type ButtonVariant = "primary" | "quiet" | "danger" | "ghost" | "link";
export type ButtonSize = "s" | "m" | "l";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-on-primary hover:bg-primary-hover",
  quiet: "border-line-strong bg-raised text-ink hover:bg-sunk hover:border-edge",
  danger: "border-transparent bg-bad text-raised hover:bg-bad-hover",
  ghost: "border-transparent text-ink hover:bg-tint",
  link: "border-transparent text-link hover:underline underline-offset-3",
};

const sizes: Record<ButtonSize, string> = {
  s: "min-h-[30px] px-2.5 py-1 text-sm",
  m: "min-h-9 px-3.5 py-1",
  l: "min-h-[42px] px-4 py-1",
};

/**
 * The look shared by buttons and by links that look like them. Heights: s 30, m 36, l 42 pixels. Where colours are forced,
 * every button has an edge, and its text room beside it.
 */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, wide = false): string {
  return cx(
    "relative inline-flex items-center justify-center gap-2 rounded-control border text-center font-strong transition-colors",
    "aria-disabled:cursor-not-allowed disabled:opacity-55 data-off:opacity-55",
    variants[variant],
    variant === "link" ? "min-h-6 rounded-small forced-colors:px-2" : sizes[size],
    variant === "link" && size === "s" && "text-sm",
    wide && "w-full",
  );
}
