import "client-only";
import type { TranslationKeys } from "@zxcvbn-ts/core";
import { type Remote, wrap } from "comlink";

/** What makes a password easy to guess, as a key to be worded by whoever shows it. */
export type StrengthWarning = keyof TranslationKeys["warnings"];

/** `common`: it stands in a list of common passwords, or is about as easy to guess as if it did. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; warning: StrengthWarning | null; common: boolean };

export interface StrengthMeter {
  /**
   * How hard `password` is to guess for somebody who knows the texts in `about`: e-mail address, name. Rejects
   * when the word lists cannot be loaded.
   */
  estimate(password: string, about: string[]): Promise<Strength>;
  /** Ends the worker. The next question starts it again. */
  close(): void;
}

export type StrengthAnswers = { estimateStrength(password: string, about: string[]): Strength };

type Session = { worker: Worker; answers: Remote<StrengthAnswers> };

/** A meter whose word lists load in a worker of their own, with the first question. */
export function openStrengthMeter(): StrengthMeter {
  let session: Session | null = null;
  const unanswered = new Set<(reason: Error) => void>();

  const start = (): Session => {
    const worker = new Worker(new URL("./strength-worker.ts", import.meta.url), { type: "module" });
    // A worker that did not load never answers, so the next question starts another one.
    worker.addEventListener("error", close);
    return { worker, answers: wrap<StrengthAnswers>(worker) };
  };

  const close = () => {
    session?.worker.terminate();
    session = null;
    for (const reject of unanswered) reject(new Error("the strength meter is closed"));
    unanswered.clear();
  };

  return {
    estimate: (password, about) =>
      new Promise((resolve, reject) => {
        session ??= start();
        unanswered.add(reject);
        session.answers
          .estimateStrength(password, about)
          .then(resolve, reject)
          .finally(() => unanswered.delete(reject));
      }),
    close,
  };
}
