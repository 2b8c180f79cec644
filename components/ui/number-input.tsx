import { Input, type InputProps } from "@/components/ui/input";

/** Whole numbers: the numeric keyboard on phones, digits of equal width. */
export function NumberInput(props: Omit<InputProps, "type" | "inputMode">) {
  return (
    <span className="block w-32 max-w-full tabular-nums">
      <Input step={1} {...props} type="number" inputMode="numeric" />
    </span>
  );
}
