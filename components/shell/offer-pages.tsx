"use client";

import { useEffect } from "react";
import type { NavEntry } from "@/components/shell/nav-entry";
import { offer } from "@/components/shell/switcher-state";

type Props = { pages: readonly NavEntry[]; foot: readonly NavEntry[]; acts: readonly NavEntry[] };

/** Tells the switcher what the frame of this page shows: nothing else is offered than what one may see. */
export function OfferPages({ pages, foot, acts }: Props) {
  useEffect(() => offer({ pages: [...pages, ...foot], acts }), [pages, foot, acts]);
  return null;
}
