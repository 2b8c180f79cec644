// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { NoClients } from "@/components/clients/no-clients";
import { show } from "@/test/components";

const list = (isHeldBack: boolean) =>
  show(
    <NoClients path="/providers/p/clients" search={null} isFiltered isHeldBack={isHeldBack}>
      {null}
    </NoClients>,
  );

test("a filter in which no client fits says so", () => {
  list(false);
  expect(screen.getByText("No client fits what the list is filtered by.")).toBeTruthy();
});

test("while the provider is suspended, it says where its clients are", () => {
  list(true);
  expect(screen.getByText(/^The provider is suspended, and its clients with it/)).toBeTruthy();
});
