import type { ReactNode } from "react";

/** Something that the switcher offers. */
export type Entry = {
  id: string;
  label: string;
  /** Beside it, in quiet letters: what the label belongs to. */
  detail?: string;
  icon?: ReactNode;
  /** The colour of a client: it has an avatar and an edge in it. */
  client?: true;
  run: () => void;
};

export type Section = { id: string; title: string; entries: readonly Entry[] };

/** What an entry is told from others by: the same client can stand in two sections. */
export const choiceOf = (section: string, { id }: Entry): string => `${section} ${id}`;
