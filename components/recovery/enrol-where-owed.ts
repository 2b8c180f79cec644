import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import { sealEnrolment } from "@/components/recovery/seal-enrolment";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import type { EnrolInRecovery } from "@/lib/domain/recovery/inputs";
import type { Act } from "@/lib/http/result";
import type { MyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import type { Vault } from "@/lib/vault/vault";

export type EnrolActions = {
  list: Act<Record<string, never>, MyRecoveries>;
  getKey: AskOrganizationKey;
  enrol: Act<z.input<typeof EnrolInRecovery>>;
};

type Organization = { organizationId: string; name: string };

/**
 * Enrols the person with each organization whose policy enrols everybody and that they are not enrolled with yet. Where
 * a key is not the one that is remembered, nothing is sent. `tell` is called before anything is sent: the server has
 * the sealed key then, whatever it answers.
 */
export async function enrolWhereOwed(
  vault: Vault,
  actions: EnrolActions,
  tell: (organization: Organization) => void,
): Promise<void> {
  const recoveries = await reach(actions.list({}));
  if (!recoveries.ok) return;
  for (const { organizationId, name, isOwed } of recoveries.result) {
    if (!isOwed || !(await vault.holds("user"))) continue;
    const sealed = await sealing(sealEnrolment(vault, organizationId, actions.getKey));
    if (!sealed.ok) continue;
    tell({ organizationId, name });
    await reach(actions.enrol(sealed.result));
  }
}
