// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SettingsHeld } from "@/components/portal/settings-held";
import { show } from "@/test/components";

const settings = (isHeldBack: boolean) =>
  show(
    <SettingsHeld isHeldBack={isHeldBack}>
      <button type="button">Save</button>
    </SettingsHeld>,
  );

test("while the provider is suspended, its settings are off with the reason", () => {
  settings(true);
  expect(screen.getByRole("button").matches("fieldset:disabled *")).toBe(true);
  expect(screen.getByText(/^The provider is suspended/)).toBeTruthy();
});

test("otherwise they are as they are", () => {
  settings(false);
  expect(screen.queryByRole("group")).toBeNull();
  expect(screen.queryByText(/suspended/)).toBeNull();
});
