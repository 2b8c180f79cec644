"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Th } from "@/components/ui/table-heading";

type Props = {
  label: string;
  selection: { areAll: boolean; areSome: boolean; tickAll: (isTicked: boolean) => void };
};

/** The head of the column in which rows are ticked: it ticks all of them, or none. */
export const SelectAll = ({ label, selection }: Props) => (
  <Th tight>
    <Checkbox
      aria-label={label}
      checked={selection.areAll}
      partly={selection.areSome}
      onChange={({ target }) => selection.tickAll(target.checked)}
    />
  </Th>
);
