import { RadioOptions, type RadioProps } from "@/components/ui/radio-options";

const look = {
  list: "grid gap-3 sm:grid-cols-2",
  option:
    "flex items-start gap-3 rounded-[10px] border border-line-strong bg-raised p-3.5 transition-colors hover:border-edge has-checked:border-primary has-checked:bg-tint has-checked:shadow-[inset_0_0_0_1px_var(--primary)] has-disabled:opacity-55",
  label: "block font-semibold",
};

/** Two or three choices that deserve to be compared side by side, such as plans. */
export function RadioCards(props: RadioProps) {
  return <RadioOptions {...props} look={look} />;
}
