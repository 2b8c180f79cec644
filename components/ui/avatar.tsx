import { colorOf } from "@/components/ui/color-of";
import { cx } from "@/components/ui/cx";
import { initialsOf } from "@/components/ui/initials";

type Props = {
  /** Decides the colour. */
  id: string;
  /** Gives the initials; the name itself must stand beside the avatar. */
  name: string;
  /** Organizations are square, people round. */
  kind: "organization" | "person";
  size?: "s" | "m";
};

export function Avatar({ id, name, kind, size = "m" }: Props) {
  return (
    <span
      aria-hidden="true"
      dir="auto"
      style={{ backgroundColor: colorOf(id) }}
      className={cx(
        "keeps-color inline-grid flex-none select-none place-items-center font-semibold text-white tracking-[0.01em]",
        size === "m" ? "size-8 text-xs" : "size-6 text-[10px] leading-none",
        kind === "person" ? "rounded-full" : size === "m" ? "rounded-avatar" : "rounded-item",
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
