"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Tab = {
  value: string;
  label: string;
  /** How much is chosen there, which is not seen while another tab is shown. */
  count?: number;
  content: ReactNode;
};

type Props = {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (value: string) => void;
};

/** Parts of one form or page, one at a time. All stay there, so that what was typed in one outlives a look at another. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onChange(String(next))}
      className="flex min-w-0 flex-col gap-4"
    >
      <Base.List aria-label={label} className="flex gap-1 border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-9 rounded-t-control border-transparent border-b-2 px-3 font-medium text-muted hover:text-ink data-active:border-primary data-active:text-ink forced-colors:not-data-active:border-[Canvas]"
          >
            {tab.label}
            {tab.count ? <span className="tabular-nums"> {tab.count}</span> : null}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} keepMounted className="flex min-w-0 flex-col gap-4">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
