"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { Cancelled } from "@/components/forms/cancelled";
import { useKeptValues } from "@/components/forms/kept";
import { placeFailure } from "@/components/forms/place-failure";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { unanswered } from "@/components/forms/unanswered";
import type { ActionResult, Failure } from "@/lib/http/result";

type Send<Values, Input, Result> =
  | { seal?: never; action: (input: Values) => Promise<ActionResult<Result>> }
  | {
      /** What this device does to the values before they leave it. `Cancelled` stops without a word. */
      seal: (values: Values) => Promise<Input>;
      action: (input: Input) => Promise<ActionResult<Result>>;
    };

type Options<Raw extends FieldValues, Values, Input, Result> = Send<Values, Input, Result> & {
  /** The command's own schema, or the part of it that is typed by hand. */
  schema: z.ZodType<Values, Raw>;
  defaultValues: DefaultValues<Raw>;
  onDone?: (result: Result, values: Values) => void | Promise<void>;
  /** Under which name what was typed comes back after a lock that takes the form away. */
  kept?: string;
};

export type ActionForm<Raw extends FieldValues, Values = unknown> = {
  fields: UseFormReturn<Raw, unknown, Values>;
  submit: (event?: FormEvent) => Promise<void>;
  busy: boolean;
  /** Something was typed that has not arrived yet. */
  typed: boolean;
  /** What no field can show; `FormFailure` says it. */
  failure: Failure | null;
  /**
   * Takes another state of the same thing: what was typed here stays, the rest is as it is given; or all of it is as
   * `typed` has it, where the caller has brought both together.
   */
  rebase: (values: Raw, typed?: Raw) => void;
};

/**
 * The one way a form talks to an action: validate, seal, send, and say what came of it. Whatever goes
 * wrong, everything typed stays. An action that never answers is `unreachable`.
 */
export function useActionForm<Raw extends FieldValues, Values, Input, Result>(
  options: Options<Raw, Values, Input, Result>,
): ActionForm<Raw, Values> {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSent, setSent] = useState(false);
  const running = useRef(false);
  const arrived = useRef(false);
  const fields = useForm<Raw, unknown, Values>({
    resolver: schemaResolver(options.schema),
    defaultValues: options.defaultValues,
    // Not on blur: a problem that appears while the mouse is down moves the button away from under it.
    mode: "onSubmit",
  });

  useKeptValues(options.kept ?? null, fields);

  async function run(values: Values) {
    const answer = await attempt(options, values);
    if (answer === "stopped") return;
    if (!answer.ok) return setFailure(placeFailure(fields, answer.failure));
    // What has arrived is no more to be asked for when the form closes or leads elsewhere.
    setSent(true);
    await options.onDone?.(answer.result, values);
    arrived.current = true;
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    // A form in a dialog is, for React, inside the form around the dialog.
    event?.stopPropagation();
    if (running.current) return;
    running.current = true;
    setFailure(null);
    try {
      await fields.handleSubmit(run)();
    } finally {
      running.current = false;
    }
    if (!arrived.current) return;
    // A form that stays is measured from here on by what has arrived.
    arrived.current = false;
    fields.reset(fields.getValues());
    setSent(false);
  }

  function rebase(values: Raw, typed?: Raw) {
    setFailure(null);
    fields.reset(values, { keepDirtyValues: typed === undefined });
    if (typed) fields.reset(typed, { keepDefaultValues: true });
  }

  const { isSubmitting: busy, isDirty } = fields.formState;
  return { fields, submit, busy, typed: isDirty && !isSent, failure, rebase };
}

async function attempt<Values, Input, Result>(
  send: Send<Values, Input, Result>,
  values: Values,
): Promise<ActionResult<Result> | "stopped"> {
  try {
    return await (send.seal ? sealAndSend(send.seal, send.action, values) : sendNow(send.action, values));
  } catch (error) {
    if (error instanceof Cancelled) return "stopped";
    throw error;
  }
}

async function sealAndSend<Values, Input, Result>(
  seal: (values: Values) => Promise<Input>,
  action: (input: Input) => Promise<ActionResult<Result>>,
  values: Values,
) {
  return sendNow(action, await seal(values));
}

async function sendNow<Input, Result>(
  action: (input: Input) => Promise<ActionResult<Result>>,
  input: Input,
): Promise<ActionResult<Result>> {
  try {
    return await action(input);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    // Redirects of Next travel as errors.
    unstable_rethrow(error);
    return { ok: false, failure: unanswered(error) };
  }
}
