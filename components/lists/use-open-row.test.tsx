// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useOpenRow } from "@/components/lists/use-open-row";
import { show } from "@/test/components";

function Rows() {
  const [openId, open] = useOpenRow("item");
  return (
    <>
      <p data-testid="open">{openId ?? "none"}</p>
      <button type="button" onClick={() => open("second")}>
        Second
      </button>
      <button type="button" onClick={() => open(null)}>
        Close
      </button>
    </>
  );
}

const shown = () => screen.getByTestId("open").textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("the address opens a row, and follows what is opened, with the page of the list that it names", () => {
  window.history.replaceState(null, "", "/?cursor=next&item=first");
  show(<Rows />);
  expect(shown()).toBe("first");
  press("Second");
  expect([shown(), window.location.search]).toEqual(["second", "?item=second&cursor=next"]);
  press("Close");
  expect([shown(), window.location.search]).toEqual(["none", "?cursor=next"]);
});

test("an address that changes otherwise opens what it names", () => {
  show(<Rows />);
  act(() => window.history.replaceState(null, "", "/?item=first"));
  expect(shown()).toBe("first");
});
