// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ImportDone } from "@/components/import/import-done";
import { hasPassword } from "@/lib/import/has-password";
import { show } from "@/test/components";

const done = {
  at: "done" as const,
  count: 2,
  types: [{ type: "login" as const, count: 2 }],
  unreached: 0,
  files: { came: 0, lost: [] },
};
const shown = {
  done,
  organizationId: "acme",
  hadPassword: false,
  onFilesAgain: () => {},
  onAnother: () => {},
};

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

test("files that came are counted, and those that did not are named, and can be tried again while they may come", () => {
  const again = vi.fn();
  const full = { code: "storage_full" as const, values: { limit: 1024 } };
  const lost = [
    { name: "plan.pdf", reason: { is: "refused" as const, failure: full } },
    { name: "old.pdf", reason: { is: "itemGone" as const } },
  ];
  const { unmount } = show(
    <ImportDone {...shown} done={{ ...done, files: { came: 3, lost } }} onFilesAgain={again} />,
  );
  screen.getByText("3 files came along.");
  screen.getByText("2 files did not come along");
  screen.getByText(/^plan.pdf: The files of one owner take 1,024 MB/);
  screen.getByText(/^old.pdf: Its item is not there any more/);
  // The file is still needed.
  expect(screen.queryByText(/in the clear/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledOnce();
  unmount();
  show(<ImportDone {...shown} done={{ ...done, files: { came: 0, lost: lost.slice(1) } }} />);
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  screen.getByText(/in the clear/);
});
