// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ImpactPreview } from "@/components/policies/impact-preview";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";
import { show } from "@/test/components";

const preview: PolicyPreview = {
  mark: "shown",
  settings: null,
  isOn: false,
  blocked: null,
  needing: [],
  bound: 3,
  free: { byRole: 1, ofTeam: 2 },
  collections: 0,
  revoked: 0,
  names: [],
};

test("who is free by their role and who is free as the provider's is said apart, to each in their words", () => {
  const shown = (by: "provider" | "member") => (
    <ImpactPreview
      answer={{ ok: true, result: preview }}
      enabled
      askAgain={() => {}}
      onOpen={() => {}}
      requires={null}
      by={by}
    />
  );
  const { rerender } = show(shown("member"));
  expect(screen.getByText("1 member is exempt by role.")).toBeDefined();
  expect(screen.getByText("2 members are exempt as your provider’s people.")).toBeDefined();
  rerender(shown("provider"));
  expect(screen.getByText("2 members are exempt as people of your team.")).toBeDefined();
});

test("what could not be worked out says why, and is asked for again", () => {
  const askAgain = vi.fn();
  const answer = { ok: false as const, failure: { code: "unavailable" as const } };
  show(
    <ImpactPreview
      answer={answer}
      enabled
      askAgain={askAgain}
      onOpen={() => {}}
      requires={null}
      by="member"
    />,
  );
  expect(screen.getByRole("alert").textContent).toContain("could not be worked out");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(askAgain).toHaveBeenCalledOnce();
});
