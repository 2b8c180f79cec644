import "client-only";
import type { TranslationKeys } from "@zxcvbn-ts/core";
import { type Remote, wrap } from "comlink";

/** What makes a password easy to guess, as a key to be worded by whoever shows it. */
export type StrengthWarning = keyof TranslationKeys["warnings"];

/** `common`: it stands in a list of common passwords, or is about as easy to guess as if it did. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; warning: StrengthWarning | null; common: boolean };

export interface StrengthMeter {
  /** How hard `password` is to guess for somebody who knows the texts in `about`: e-mail address, name. */
  estimate(password: string, about: string[]): Promise<Strength>;
  /** Ends the worker. The next question starts it again. */
  close(): void;
}

export type StrengthAnswers = { estimateStrength(password: string, about: string[]): Strength };

/** A meter whose word lists load in a worker of their own, with the first question. */
export function openStrengthMeter(): StrengthMeter {
  let session: { worker: Worker; answers: Remote<StrengthAnswers> } | null = null;

  const start = () => {
    const worker = new Worker(new URL("./strength-worker.ts", import.meta.url), { type: "module" });
    return { worker, answers: wrap<StrengthAnswers>(worker) };
  };

  return {
    estimate(password, about) {
      session ??= start();
      return session.answers.estimateStrength(password, about);
    },
    close() {
      session?.worker.terminate();
      session = null;
    },
  };
}
