// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { keepRoomAtBottom, keepRoomAtTop } from "@/components/ui/keep-room";

const page = document.documentElement.style;

test("as long as something stays at an edge, the page scrolls no further than beside it", () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(150);
  const { rerender } = render(
    <>
      <div ref={keepRoomAtTop} style={{ position: "sticky", top: "60px" }} />
      <div ref={keepRoomAtBottom} style={{ position: "sticky", bottom: 0 }} />
    </>,
  );
  expect(page.scrollPaddingTop).toBe("218px");
  expect(page.scrollPaddingBottom).toBe("158px");
  rerender(<div />);
  expect(page.scrollPaddingTop).toBe("");
  expect(page.scrollPaddingBottom).toBe("");
});
