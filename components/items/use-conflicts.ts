"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemValues } from "@/components/items/item-values";
import {
  type Choice,
  type ComparedPart,
  type Conflict,
  decide,
  mergeValues,
} from "@/components/items/merge-values";
import { isTextPart } from "@/components/items/text-parts";

type Form = Pick<ActionForm<ItemValues, ItemValues>, "fields" | "rebase">;

/**
 * Where somebody else saves an item while it is edited, the form takes over what they have changed and what was typed
 * here goes on standing there. What both have changed is asked about.
 *
 * @param version of the item that the form begins with, and `initial` what it begins with.
 */
export function useConflicts(form: Form, version: number | undefined, initial: ItemValues) {
  const t = useTranslations("vault");
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  /** A version of somebody else came while the form was open. */
  const [hasTakenOver, setTakenOver] = useState(false);
  const [choices, setChoices] = useState<Partial<Record<ComparedPart, Choice>>>({});
  const base = useRef({ version, values: initial });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that was loaded
  useEffect(() => {
    if (version === base.current.version) return;
    const merged = mergeValues(base.current.values, form.fields.getValues(), initial);
    base.current = { version, values: initial };
    form.rebase(initial, merged.values);
    setConflicts(merged.conflicts);
    setTakenOver(hasTakenOver || merged.hasTheirs);
    setChoices({});
  }, [version]);

  const partOf = (part: ComparedPart) =>
    isTextPart(part) ? t(`parts.${part}`) : t(`conflict.parts.${part}`);
  const labelOf = (part: ComparedPart) => t("conflict.other", { part: partOf(part) });

  function choose(conflict: Conflict, choice: Choice) {
    form.rebase(initial, decide(form.fields.getValues(), conflict, choice, labelOf));
    setChoices({ ...choices, [conflict.part]: choice });
  }

  return { conflicts, hasTakenOver, choices, choose, labelOf: partOf };
}
