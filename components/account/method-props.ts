import type { Codes, ShownStep, TwoStepActions } from "@/components/account/two-step-actions";
import type { Removal } from "@/components/account/two-step-card";
import type { ActionResult } from "@/lib/http/result";
import type { TwoStep } from "@/lib/operations/account/get-two-step";

/** What each method of two-step login is handed by the card around it. */
export type MethodProps = {
  state: TwoStep;
  actions: TwoStepActions;
  withProof: <Result>(run: () => Promise<ActionResult<Result>>) => Promise<ActionResult<Result>>;
  /** Asks for the second step that is there already, where there is one. */
  withStep: <Result>(
    run: (secondStep?: ShownStep) => Promise<ActionResult<Result>>,
  ) => Promise<ActionResult<Result>>;
  /** Once it is added, with recovery codes where it is the first. */
  onAdded: (codes: Codes) => void;
  onRemove: (removal: Removal) => void;
};
