import { RadioOptions, type RadioProps } from "@/components/ui/radio-options";

const look = {
  list: "flex flex-col gap-2.5",
  option: "flex min-h-6 items-start gap-2.5",
  label: "font-medium",
};

/** Radio buttons below one another. */
export function RadioGroup(props: RadioProps) {
  return <RadioOptions {...props} look={look} />;
}
