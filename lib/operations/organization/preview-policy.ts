import "server-only";
import { PreviewPolicy } from "@/lib/domain/policy/inputs";
import { personOf } from "@/lib/operations/account/access";
import { inOrganization } from "@/lib/operations/organization/access";
import { previewPolicy as preview } from "@/lib/operations/organization/internal/policy-preview";
import { defineQuery } from "@/lib/operations/query";

/** So many of those who would lose their place are named. */
export const namedAtMost = 50;

/** What would come of a change of a policy, before it is saved. Its mark goes with the change. */
export const previewPolicy = defineQuery({
  name: "policy.preview",
  input: PreviewPolicy,
  access: inOrganization.manage_policies,
  async read({ tx, actor, input }) {
    const { mark, settings, isOn, blocked, needing, revoked, bound, free, collections } = await preview(
      tx,
      input,
      personOf(actor),
    );
    return {
      mark,
      /** As they are saved now. A form that began from others is not current. */
      settings,
      isOn,
      blocked: blocked && { refusal: blocked.refusal, values: blocked.values ?? {} },
      /** Policies that are on and need this one. */
      needing,
      bound,
      free,
      /** How many members are to get a collection of their own, which the browser makes once the policy is on. */
      collections,
      revoked: revoked.length,
      names: revoked.slice(0, namedAtMost).map(({ id, name, address }) => ({ id, name, email: address })),
    };
  },
});

export type PolicyPreview = Awaited<ReturnType<typeof previewPolicy.read>>;
