// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { MappingStep } from "@/components/import/mapping-step";
import { utf8 } from "@/lib/crypto/bytes";
import { previewOf } from "@/lib/import/preview";
import { readFile } from "@/lib/import/read-file";
import { show } from "@/test/components";

test("whether the first row names the columns is asked, and each answer has targets of its own", async () => {
  const table = previewOf(await readFile(utf8("Konto,Password,PIN\nRouter,Hunter2!,1")));
  if (table.kind !== "table") throw new Error("it is known");
  const onNaming = vi.fn();
  show(<MappingStep table={table} kept={null} isReading={false} onNaming={onNaming} onBack={() => {}} />);
  const box = screen.getByRole<HTMLInputElement>("checkbox", { name: /The first row has the names/ });
  expect(box.checked).toBe(true);
  screen.getByText(/^Untick it where/);
  fireEvent.change(screen.getByLabelText("Konto"), { target: { value: "username" } });
  fireEvent.click(screen.getByRole("button", { name: "See what comes of it" }));
  expect(onNaming).toHaveBeenLastCalledWith({ isNamed: true, targets: ["username", "password", "hidden"] });

  fireEvent.click(box);
  expect(screen.queryByText(/Untick it/)).toBeNull();
  screen.getByText(/Tick it where the first row names the columns/);
  fireEvent.change(screen.getByLabelText("Column 2"), { target: { value: "password" } });
  fireEvent.click(screen.getByRole("button", { name: "See what comes of it" }));
  expect(onNaming).toHaveBeenLastCalledWith({ isNamed: false, targets: ["name", "password", "hidden"] });
});
