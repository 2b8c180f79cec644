import type { z } from "zod";
import type { ProveMasterPassword } from "@/lib/domain/account/inputs";
import type { ConfirmAuthenticator, WithCode } from "@/lib/domain/account/two-step";
import type { ActionResult } from "@/lib/http/result";

type Nothing = Record<string, never>;
type Act<Input, Result = unknown> = (input: Input) => Promise<ActionResult<Result>>;
type Codes = { recoveryCodes: string[] };

export type Prove = Act<z.input<typeof ProveMasterPassword>>;

/** What the card of two-step login is handed. */
export type TwoStepActions = {
  prove: Prove;
  start: Act<Nothing, { secret: string; address: string }>;
  confirm: Act<z.input<typeof ConfirmAuthenticator>, Codes>;
  renew: Act<z.input<typeof WithCode>, Codes>;
  turnOff: Act<z.input<typeof WithCode>>;
};
