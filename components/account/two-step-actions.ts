import type { z } from "zod";
import type { CreationOptions, SigningOptions } from "@/components/vault/passkey-device";
import type { ProveMasterPassword } from "@/lib/domain/account/inputs";
import type { LetPasskeyUnlock, RenamePasskey } from "@/lib/domain/account/passkey";
import type {
  AddPasskey,
  ConfirmAuthenticator,
  ConfirmMailedCodes,
  RemoveSecondStep,
  WithSecondStep,
} from "@/lib/domain/account/two-step";
import type { Act } from "@/lib/http/result";

type Nothing = Record<string, never>;

/** Recovery codes that are shown now and never again; none where there were some already. */
export type Codes = { recoveryCodes: string[] };

export type Prove = Act<z.input<typeof ProveMasterPassword>>;
export type AskPasskey = Act<{ purpose: "prove" | "unlock"; passkeyId?: string }, SigningOptions>;

/** What the card of two-step login is handed. */
export type TwoStepActions = {
  prove: Prove;
  start: Act<Nothing, { secret: string; address: string }>;
  confirm: Act<z.input<typeof ConfirmAuthenticator>, Codes>;
  startPasskey: Act<Nothing, CreationOptions>;
  addPasskey: Act<z.input<typeof AddPasskey>, Codes & { passkeyId: string }>;
  renamePasskey: Act<z.input<typeof RenamePasskey>>;
  letPasskeyUnlock: Act<z.input<typeof LetPasskeyUnlock>>;
  askPasskey: AskPasskey;
  startMailedCodes: Act<Nothing, { email: string }>;
  confirmMailedCodes: Act<z.input<typeof ConfirmMailedCodes>, Codes>;
  mailOwnCode: Act<Nothing, { email: string }>;
  remove: Act<z.input<typeof RemoveSecondStep>>;
  renew: Act<z.input<typeof WithSecondStep>, Codes>;
  turnOff: Act<z.input<typeof WithSecondStep>>;
};

/** A second step as it is shown to the server: one of both. */
export type ShownStep = Pick<z.input<typeof WithSecondStep>, "code" | "passkey">;
