import type { z } from "zod";
import type { Prove } from "@/components/account/two-step-actions";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { AnswerRecovery, RecoverMember, RecoveryTarget } from "@/lib/domain/recovery/inputs";
import type { Act } from "@/lib/http/result";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";

type Target = z.input<typeof RecoveryTarget>;

/** What the page of account recovery is handed. */
export type RecoveryActions = {
  prove: Prove;
  getKey: AskOrganizationKey;
  open: Act<Target, OpenedRecovery>;
  recover: Act<z.input<typeof RecoverMember>>;
  ask: Act<Target>;
  approve: Act<z.input<typeof AnswerRecovery>>;
  takeBack: Act<z.input<typeof AnswerRecovery>>;
};
