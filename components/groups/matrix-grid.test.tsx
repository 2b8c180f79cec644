// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { MatrixGrid, type MatrixParts } from "@/components/groups/matrix-grid";
import { show } from "@/test/components";

beforeAll(() => {
  // Nothing is laid out here: the frame is as large as a window.
  for (const [side, size] of [
    ["clientWidth", 1000],
    ["clientHeight", 600],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: size });
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const parts = {
  groups: numbers(3).map((number) => ({ id: `group ${number}`, name: `Group ${number}` })),
  collections: numbers(3).map((number) => ({
    id: `collection ${number}`,
    shown: `Collection ${number}`,
    mayManage: number !== 2,
  })),
  saved: new Map(),
  edits: new Map(),
} as unknown as MatrixParts;

const cell = (name: string) => screen.getByRole("combobox", { name });
const focused = () => document.activeElement;

test("the matrix has one tab stop, and arrows move between cells and headings without choosing", async () => {
  const onSet = vi.fn();
  show(<MatrixGrid {...parts} onSet={onSet} />);
  const grid = screen.getByRole("grid");
  expect([...grid.querySelectorAll("select")].every(({ tabIndex }) => tabIndex === -1)).toBe(true);
  expect(grid.tabIndex).toBe(0);
  expect(screen.getByRole("gridcell", { name: "Group 1, Collection 1: No access" })).toBeDefined();

  grid.focus();
  await waitFor(() => expect(focused()).toBe(cell("Group 1, Collection 1")));
  const press = (key: string, more = {}) => fireEvent.keyDown(focused() as Element, { key, ...more });
  press("ArrowDown");
  expect(focused()).toBe(cell("Group 2, Collection 1"));
  press("ArrowRight");
  // A cell in which nothing can be chosen is passed through, and holds the focus itself.
  expect(focused()?.getAttribute("role")).toBe("gridcell");
  press("ArrowRight");
  expect(focused()).toBe(cell("Group 2, Collection 3"));
  press("Home");
  expect(focused()).toBe(cell("Fill the row of Group 2"));
  press("Home", { ctrlKey: true });
  press("ArrowRight");
  expect(focused()).toBe(cell("Fill the column Collection 1"));
  press("End", { ctrlKey: true });
  expect(focused()).toBe(cell("Group 3, Collection 3"));
  press("ArrowDown");
  expect(focused()).toBe(cell("Group 3, Collection 3"));
  expect(onSet).not.toHaveBeenCalled();
});

test("Enter opens the list of the cell, and Shift with Tab leaves the matrix", async () => {
  show(<MatrixGrid {...parts} onSet={vi.fn()} />);
  const grid = screen.getByRole("grid");
  grid.focus();
  await waitFor(() => expect(focused()).toBe(cell("Group 1, Collection 1")));
  const list = cell("Group 1, Collection 1") as HTMLSelectElement;
  list.showPicker = vi.fn();
  fireEvent.keyDown(list, { key: "Enter" });
  expect(list.showPicker).toHaveBeenCalledOnce();
  fireEvent.keyDown(list, { key: "Tab", shiftKey: true });
  expect(grid.tabIndex).toBe(-1);
  await waitFor(() => expect(grid.tabIndex).toBe(0));
});
