// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useReport } from "@/components/items/use-report";
import { show } from "@/test/components";

type Report = Parameters<typeof useReport>[0];

function Teller({ report, putAway }: { report: Report; putAway: () => void }) {
  const tell = useReport(report, putAway);
  return (
    <button type="button" onClick={() => tell("1", "viewed")}>
      Look
    </button>
  );
}

const look = (report: Report) => {
  const putAway = vi.fn();
  show(<Teller report={report} putAway={putAway} />);
  fireEvent.click(screen.getByRole("button", { name: "Look" }));
  return putAway;
};

test("a look that is refused puts the item away, and says why", async () => {
  const putAway = look(async () => ({ ok: false, failure: { code: "provider_access_closed" } }));
  await vi.waitFor(() => expect(putAway).toHaveBeenCalledOnce());
  expect(document.body.textContent).toContain("The client does not let its provider in");
});

test.each([
  ["does not arrive", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["comes at a busy time", async () => ({ ok: false, failure: { code: "busy" } }) as const],
  ["is taken", async () => ({ ok: true, result: null }) as const],
])("a report that %s keeps nobody from an item", async (_how, report) => {
  const asked = vi.fn(report);
  const putAway = look(asked as Report);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await Promise.resolve();
  expect(putAway).not.toHaveBeenCalled();
});
