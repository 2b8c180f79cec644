import type { Refusal } from "@/lib/domain/refusal";

export const failedSteps = ["password", "code"] as const;
export type FailedStep = (typeof failedSteps)[number];

const steps: Partial<Record<string, FailedStep>> = {
  wrong_credentials: "password",
  wrong_code: "code",
  wrong_passkey: "code",
} satisfies Partial<Record<Refusal, FailedStep>>;

/** Which step of a log-in a refusal is about; undefined for what is not a wrong guess. */
export const failedStepOf = (code: string): FailedStep | undefined => steps[code];
