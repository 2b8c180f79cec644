// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { useTranslations } from "next-intl";
import { expect, test, vi } from "vitest";
import { AddClient } from "@/components/clients/add-client";
import { entriesOf } from "@/components/clients/client-entries";
import { DeleteProvider } from "@/components/portal/settings-delete-provider";
import { RowMenu } from "@/components/ui/row-menu";
import { permissionsOfProviderRole, permissionsOfSuspendedProvider } from "@/lib/domain/provider/permissions";
import { show } from "@/test/components";

const may = permissionsOfSuspendedProvider;
const heldBack = permissionsOfProviderRole.provider_admin.filter((permission) => !may.includes(permission));
const providerId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";

test("while the provider is suspended, the button that adds clients says so and opens nothing", async () => {
  const actions = {} as Parameters<typeof AddClient>[0]["actions"];
  show(
    <AddClient {...{ providerId, actions }} providerName="P" totals={[]} mayPurchase={false} isHeldBack />,
  );
  const button = screen.getByRole("button", { name: "Add new organization" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const why = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toMatch(/^The provider is suspended/);
  await act(async () => fireEvent.click(button));
  expect(screen.queryByRole("menu")).toBeNull();
});

test("each entry of a client's menu is off and says why", async () => {
  const begin = vi.fn();
  function Menu() {
    const t = useTranslations("clients");
    return (
      <RowMenu label="Options" entries={entriesOf({ standing: "suspended" }, t, { may, heldBack }, begin)} />
    );
  }
  show(<Menu />);
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Options" })));
  const entries = screen.getAllByRole("menuitem");
  expect(entries).toHaveLength(5);
  for (const entry of entries) {
    expect(entry.textContent).toContain("Not while the provider is suspended");
    fireEvent.click(entry);
  }
  expect(begin).not.toHaveBeenCalled();
});

test("the provider is not deleted meanwhile, which its settings say", () => {
  show(<DeleteProvider {...{ providerId }} name="P" clients={0} isHeldBack prove={vi.fn()} ask={vi.fn()} />);
  expect(screen.getByText(/^The provider is suspended/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Delete/ }).disabled).toBe(true);
});
