import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";

type Props = {
  label: string;
  /** As it was typed, and as it is used: never below what is needed. */
  value: number;
  used: number;
  max: number;
  disabled?: boolean;
  onChange: (value: number) => void;
};

/** A whole number that takes effect as it is typed. What is too small is raised once the field is left. */
export function NumberOption({ label, value, used, max, disabled = false, onChange }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <NumberInput
          {...control}
          min={0}
          max={max}
          disabled={disabled}
          value={value || ""}
          onChange={({ target }) => onChange(Math.min(max, Math.floor(Number(target.value)) || 0))}
          onBlur={() => used !== value && onChange(used)}
        />
      )}
    </Field>
  );
}
