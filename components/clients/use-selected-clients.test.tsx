// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ClientRow } from "@/components/clients/clients";
import { useSelectedClients } from "@/components/clients/use-selected-clients";

const at = vi.hoisted(() => ({ address: "" }));
vi.mock("next/navigation", () => ({
  usePathname: () => "/clients",
  useSearchParams: () => new URLSearchParams(at.address),
}));

const rows = (...ids: string[]) => ids.map((id) => ({ id, name: id })) as unknown as ClientRow[];
const chosenOf = (shown: ClientRow[]) => {
  const { result, rerender } = renderHook((list: ClientRow[]) => useSelectedClients(list), {
    initialProps: shown,
  });
  act(() => result.current.tickAll(true));
  return {
    rerender: (list: ClientRow[]) => act(() => rerender(list)),
    ids: () => result.current.selected.map(({ id }) => id as string),
  };
};

test("who is not on the page any more is selected no more, because their row cannot be unticked", () => {
  const { rerender, ids } = chosenOf(rows("dune", "helio"));
  rerender(rows("helio", "iris"));
  expect(ids()).toEqual(["helio"]);
});

test("who is on another page stays selected", () => {
  const { rerender, ids } = chosenOf(rows("dune", "helio"));
  at.address = "cursor=next";
  rerender(rows("iris"));
  expect(ids()).toEqual(["dune", "helio"]);
});
