"use client";

import { createContext, use, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * What somebody has typed and opened on pages that a lock takes away. It stands in the memory of this tab, behind
 * the lock, and comes back when the same account unlocks.
 */
export type Kept = {
  /** The vault is open, and whose it is: what another account has left is forgotten. */
  opened: (userId: string) => void;
  /** The vault locks: what the pages lose in this moment is kept. */
  locks: () => void;
  /** The pages are gone. What is closed from now on is not kept. */
  settled: () => void;
  /** Forgets everything, as at the end of a session. */
  forget: () => void;
  put: (name: string, value: unknown) => void;
  peek: (name: string) => unknown;
  drop: (name: string) => void;
};

export function makeKept(): Kept {
  const values = new Map<string, unknown>();
  let owner: string | null = null;
  let isOpen = false;
  let isLocking = false;
  return {
    opened(userId) {
      if (userId !== owner) values.clear();
      owner = userId;
      isOpen = true;
    },
    locks() {
      // A vault that is told to lock twice has kept everything the first time.
      if (!isOpen) return;
      values.clear();
      isOpen = false;
      isLocking = true;
    },
    settled() {
      isLocking = false;
    },
    forget() {
      values.clear();
      isLocking = false;
    },
    put(name, value) {
      if (isLocking) values.set(name, value);
    },
    peek: (name) => values.get(name),
    drop: (name) => void values.delete(name),
  };
}

export const KeptContext = createContext<Kept>(makeKept());

/** The same name on another page is something else. */
const onThisPage = (name: string) => `${window.location.pathname} ${name}`;

/** A state that comes back after a lock. One without a name does not. */
export function useKept<Value>(name: string | null, initial: Value): [Value, (next: Value) => void] {
  const kept = use(KeptContext);
  const [value, setValue] = useState<Value>(() => (peekOf<Value>(kept, name) ?? { value: initial }).value);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    if (name === null) return;
    const place = onThisPage(name);
    kept.drop(place);
    return () => kept.put(place, { value: latest.current });
  }, [kept, name]);
  return [value, setValue];
}

/** What was kept under this name, boxed, as it may be null. Nothing on the server. */
function peekOf<Value>(kept: Kept, name: string | null): { value: Value } | undefined {
  if (name === null || typeof window === "undefined") return undefined;
  return kept.peek(onThisPage(name)) as { value: Value } | undefined;
}

/** The same for the fields of a form: those that somebody has typed into, and no others. */
export function useKeptValues<Raw extends FieldValues>(
  name: string | null,
  fields: UseFormReturn<Raw, unknown, unknown>,
): void {
  const kept = use(KeptContext);
  const typed = useRef<readonly string[]>([]);
  typed.current = Object.keys(fields.formState.dirtyFields);
  const { getValues, reset } = fields;
  useEffect(() => {
    if (name === null) return;
    const before = peekOf<Partial<Raw>>(kept, name);
    kept.drop(onThisPage(name));
    if (before) reset({ ...getValues(), ...before.value }, { keepDefaultValues: true });
    return () => {
      const values = getValues();
      const entries = typed.current.map((field) => [field, values[field]]);
      if (entries.length > 0) kept.put(onThisPage(name), { value: Object.fromEntries(entries) });
    };
  }, [kept, name, getValues, reset]);
}
