"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { menuItem, menuLabel } from "@/components/ui/menu-style";

type Props<Value extends string> = {
  label: string;
  value: string;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
};

/** One of a few, inside a menu. */
export function MenuChoice<Value extends string>({ label, value, options, onChoose }: Props<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={menuLabel}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChoose}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={menuItem}>
            <span className="grid size-4 flex-none place-items-center">
              <Base.RadioItemIndicator>
                <Check aria-hidden="true" className="size-3.5" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
