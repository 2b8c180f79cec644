"use client";

import { useEffect, useRef } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { type ActionForm, useActionForm } from "@/components/forms/use-action-form";
import type { ActionResult, Failure } from "@/lib/http/result";

type Options<Raw extends FieldValues, Values, Result> = {
  schema: z.ZodType<Values, Raw>;
  /** What there is now, as the fields show it. */
  current: Raw;
  /** Sends what is typed, and what the form began with. */
  save: (typed: Values, shown: Raw) => Promise<ActionResult<Result>>;
  onDone?: (result: Result, values: Values) => void | Promise<void>;
  /** What a field shows instead of a value that is a code, such as a country. */
  words?: { [Field in keyof Raw]?: (code: string) => string };
};

/**
 * A form that changes something that others change too. It remembers what it began with: the server writes what was
 * changed, and refuses what somebody else has changed since. What that is now is told at the field, and whoever has read
 * it may replace it. What comes anew with the page is shown in the fields that nobody has touched.
 */
export function useChangingForm<Raw extends FieldValues, Values, Result>(
  options: Options<Raw, Values, Result>,
): ActionForm<Raw, Values> {
  const { schema, current, save, onDone, words } = options;
  const shown = useRef(current);
  const form = useActionForm<Raw, Values, Values, Result>({
    schema,
    // The library asks for a type of its own, which is that of the fields where none is left out.
    defaultValues: current as Parameters<
      typeof useActionForm<Raw, Values, Values, Result>
    >[0]["defaultValues"],
    async action(typed) {
      const answer = await save(typed, shown.current);
      if (answer.ok) shown.current = { ...form.fields.getValues() };
      else shown.current = { ...shown.current, ...readAt(answer.failure) };
      return answer.ok ? answer : { ok: false, failure: inWords(answer.failure, words) };
    },
    ...(onDone && { onDone }),
  });
  const { dirtyFields } = form.fields.formState;
  const touched = useRef(dirtyFields);
  touched.current = dirtyFields;
  const rebase = useRef(form.rebase);
  rebase.current = form.rebase;

  const latest = JSON.stringify(current);
  const seen = useRef(latest);
  useEffect(() => {
    if (latest === seen.current) return;
    seen.current = latest;
    const now: Raw = JSON.parse(latest);
    const kept = Object.keys(now).filter((field) => Object.hasOwn(touched.current, field));
    shown.current = { ...now, ...pick(shown.current, kept) };
    rebase.current(now);
  }, [latest]);

  return form;
}

const pick = (texts: FieldValues, names: readonly string[]) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)));

const overtaken = (failure: Failure) =>
  Object.entries(failure.fields ?? {}).flatMap(([field, [issue]]) =>
    issue?.code === "changed_meanwhile" ? [{ field, issue, now: String(issue.values?.now ?? "") }] : [],
  );

/** What the fields are now of which the answer says so. */
const readAt = (failure: Failure) =>
  Object.fromEntries(overtaken(failure).map(({ field, now }) => [field, now]));

function inWords(failure: Failure, words: { [field: string]: ((code: string) => string) | undefined } = {}) {
  const fields = { ...failure.fields };
  for (const { field, issue, now } of overtaken(failure)) {
    const text = words[field]?.(now) ?? now;
    fields[field] = [{ ...issue, values: { is: text === "" ? "empty" : "text", now: text } }];
  }
  return failure.fields ? { ...failure, fields } : failure;
}
