// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ImportDone } from "@/components/import/import-done";
import { hasPassword } from "@/lib/import/has-password";
import { show } from "@/test/components";

const done = { at: "done" as const, count: 2, types: [{ type: "login" as const, count: 2 }], unreached: 0 };
const shown = { done, organizationId: "acme", hadPassword: false, onAnother: () => {} };

test("collections that nobody has are named, with the way to where they are given", () => {
  const { unmount } = show(<ImportDone {...shown} />);
  expect(screen.queryByText(/Nobody has access/)).toBeNull();
  unmount();
  show(<ImportDone {...shown} done={{ ...done, unreached: 3 }} />);
  screen.getByText("Nobody has access to 3 new collections yet");
  const link = screen.getByRole("link", { name: "Collections" });
  expect(link.getAttribute("href")).toBe("/organizations/acme/collections");
});

test("only a file that is in the clear is said to be", () => {
  expect((["keepass", "bitwarden_protected", "keepass_xml", "table"] as const).map(hasPassword)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const { unmount } = show(<ImportDone {...shown} />);
  screen.getByText(/in the clear/);
  unmount();
  show(<ImportDone {...shown} hadPassword />);
  expect(screen.queryByText(/in the clear/)).toBeNull();
  screen.getByText(/you can undo the import/);
});
