import "server-only";
import { PreviewOwnPlan } from "@/lib/domain/organization/creating";
import { personOf } from "@/lib/operations/account/access";
import { inOrganization } from "@/lib/operations/organization/access";
import { previewPlan as preview } from "@/lib/operations/organization/internal/plan-preview";
import { namedAtMost } from "@/lib/operations/organization/preview-policy";
import { defineQuery } from "@/lib/operations/query";

/** What another plan would do by the policies that come back with it, before it is saved. Its mark goes with the change. */
export const previewOwnPlan = defineQuery({
  name: "organization.preview_own_plan",
  input: PreviewOwnPlan,
  access: inOrganization.choose_provider,
  async read({ tx, actor, input }) {
    const { mark, back, revoked } = await preview(tx, input, personOf(actor));
    return {
      mark,
      /** Policies that bind again. */
      back,
      revoked: revoked.length,
      names: revoked.slice(0, namedAtMost).map(({ id, name, address }) => ({ id, name, email: address })),
    };
  },
});

export type OwnPlanPreview = Awaited<ReturnType<typeof previewOwnPlan.read>>;
