"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";

type Props = {
  words: { label: string; choose: string; search: string; areMore: string };
  /** Those who are not chosen yet: the first by name, or those searched for. */
  free: readonly { value: string; label: string }[];
  /** Whether there are more than were offered. */
  areMore: boolean;
  onSearch: (text: string) => void;
  onPick: (value: string) => void;
};

/** Chooses one after the other. Where there are more than are offered, a box searches for the others. */
export function PickOne({ words, free, areMore, onSearch, onPick }: Props) {
  // The box stays when a search leaves few.
  const [isLong, setLong] = useState(areMore);
  if (areMore && !isLong) setLong(true);
  return (
    <>
      {isLong ? <SearchBox label={words.search} onSearch={onSearch} /> : null}
      <Field label={words.label} hint={areMore ? words.areMore : undefined}>
        {(control) => (
          <Select
            {...control}
            value=""
            disabled={free.length === 0}
            onChange={({ target }) => onPick(target.value)}
            options={[{ value: "", label: words.choose }, ...free]}
          />
        )}
      </Field>
    </>
  );
}
