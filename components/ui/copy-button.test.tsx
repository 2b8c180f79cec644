// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { CopyButton } from "@/components/ui/copy-button";
import { show } from "@/test/components";

/** A browser's clipboard that takes what it is given, or refuses. As in WebKit, it must be asked within the click. */
function clipboard(take: () => Promise<void>) {
  const asked: string[] = [];
  class Item {
    constructor(readonly texts: Record<string, Promise<Blob>>) {}
  }
  vi.stubGlobal("ClipboardItem", Item);
  vi.stubGlobal("navigator", {
    clipboard: {
      writeText: async (text: string) => {
        asked.push(text);
        return take();
      },
      write: async ([item]: Item[]) => {
        asked.push("a text to come");
        const text = await item?.texts["text/plain"];
        asked[0] = (await text?.text()) ?? "";
        return take();
      },
    },
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const click = () => fireEvent.click(screen.getByRole("button", { name: "Copy password" }));
const said = () => screen.queryByText("Copied");

test("asks the clipboard within the click, and says Copied when it has the text", async () => {
  const asked = clipboard(async () => {});
  let give = (_text: string) => {};
  const onCopied = vi.fn();
  const value = () =>
    new Promise<string>((resolve) => {
      give = resolve;
    });
  show(<CopyButton label="Copy password" value={value} onCopied={onCopied} />);
  click();
  expect(asked).toEqual(["a text to come"]);
  expect([said(), onCopied.mock.calls.length]).toEqual([null, 0]);
  give("kV7#mQ2p");
  await vi.waitFor(() => expect(said()).not.toBeNull());
  expect([asked, onCopied.mock.calls.length]).toEqual([["kV7#mQ2p"], 1]);
});

test.each(["a text", async () => "a text that is got first"])(
  "says what to do when it is refused: %s",
  async (value) => {
    clipboard(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    const onCopied = vi.fn();
    show(<CopyButton label="Copy password" value={value} onCopied={onCopied} />);
    click();
    await vi.waitFor(() =>
      expect(screen.getAllByText(/Select the text and copy it yourself/)).not.toEqual([]),
    );
    expect([said(), onCopied.mock.calls.length]).toEqual([null, 0]);
  },
);

test("says nothing of the browser when there is no text to copy", async () => {
  clipboard(async () => {});
  const failed = vi.fn(() => Promise.reject(new Error("locked")));
  show(<CopyButton label="Copy password" value={failed} />);
  click();
  await vi.waitFor(() => expect(failed).toHaveBeenCalled());
  expect([said(), screen.queryByText("Not copied")]).toEqual([null, null]);
});

test("one file asks the clipboard, and one draws links to elsewhere", () => {
  const holding = (pattern: RegExp) =>
    ["app", "components"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((path) => `${folder}/${path}`)
        .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
        .filter((path) => pattern.test(readFileSync(path, "utf8"))),
    );
  expect(holding(/clipboard\.write|navigator\.clipboard|= navigator/)).toEqual([
    "components/ui/write-text.ts",
  ]);
  // The others lead to no page: one to an app on this device, one to files of ours.
  expect(holding(/<a\b[^>]*href=\{/).sort()).toEqual([
    "components/account/authenticator-dialog.tsx",
    "components/billing/invoice-table.tsx",
    "components/ui/outer-link.tsx",
  ]);
});
