// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OwnPlanForm } from "@/components/organizations/own-plan-form";
import { OrganizationMemberId } from "@/lib/domain/ids";
import type { OwnPlanPreview } from "@/lib/operations/organization/preview-own-plan";
import { show } from "@/test/components";

const organizationId = "2f3f1f1e-2f69-4f6e-8a54-0a8a5f4b6d01";
const ravi = {
  id: OrganizationMemberId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"),
  name: "Ravi Menon",
  email: "ravi@client.example",
};
const nobody: OwnPlanPreview = { mark: "none", back: [], revoked: 0, names: [] };
const one: OwnPlanPreview = { mark: "shown", back: ["two_step_login"], revoked: 1, names: [ravi] };

test("a plan is saved once it was shown whom the policies that come back with it revoke", async () => {
  const save = vi.fn(async () => ({ ok: true as const, result: { revoked: 1 } }));
  const preview = async ({ plan }: { plan: string }) => ({
    ok: true as const,
    result: plan === "enterprise_monthly" ? one : nobody,
  });
  show(
    <OwnPlanForm
      organizationId={organizationId}
      plan="teams_monthly"
      seats={10}
      used={2}
      save={save}
      preview={preview}
    />,
  );
  const button = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });
  expect(button().disabled).toBe(false);
  fireEvent.click(screen.getByRole("radio", { name: /Enterprise/u }));
  expect(button().disabled).toBe(true);
  await screen.findByText("Ravi Menon");
  expect(screen.getByText("1 policy that was left on binds members again:")).not.toBeNull();

  fireEvent.click(button());
  await screen.findByText("Plan and seats have been saved, 1 member revoked");
  const saved = { organizationId, plan: "enterprise_monthly", seats: 10, preview: "shown" };
  expect(save).toHaveBeenCalledWith(saved);
});
