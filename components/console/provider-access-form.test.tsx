// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ProviderAccessForm } from "@/components/console/provider-access-form";
import { show } from "@/test/components";

test("no access says that it leaves out the provider's people who are members", () => {
  const save = async () => ({ ok: true as const, result: null });
  show(<ProviderAccessForm organizationId="-" provider="Northbeam" access="full" save={save} />);
  expect(screen.getByText(/is also a member here stays one/u)).toBeDefined();
  expect(screen.getByText(/served only to those of its people who are members here/u)).toBeDefined();
});
