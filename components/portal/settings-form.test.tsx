// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { SettingsForm } from "@/components/portal/settings-form";
import { countryNames } from "@/lib/i18n/country-names";
import { show } from "@/test/components";

test("the billing address is shown and changed, with a country that is chosen by its name", async () => {
  const save = vi.fn(async (_: object) => ({ ok: true as const, result: null }));
  const provider = { name: "My Provider", billingEmail: "bills@provider.example", country: "LU" };
  const empty = {
    businessName: null,
    billingPhone: null,
    addressLine2: null,
    postalCode: null,
    region: null,
    taxNumber: null,
  };
  show(
    <SettingsForm
      providerId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"
      provider={{ ...provider, ...empty, addressLine1: "1 Rue du Fort", city: "Luxembourg" }}
      countries={countryNames("en-GB")}
      save={save}
    />,
  );
  const country = screen.getByLabelText<HTMLSelectElement>("Country");
  expect(within(country).getByRole("option", { name: "Luxembourg" })).toHaveProperty("value", "LU");
  fireEvent.change(country, { target: { value: "DE" } });
  fireEvent.change(screen.getByLabelText("City"), { target: { value: "Trier" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(save).toHaveBeenCalled());
  expect(save.mock.calls[0]?.[0]).toMatchObject({
    addressLine1: "1 Rue du Fort",
    city: "Trier",
    country: "DE",
    postalCode: "",
  });
});
