// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { firstField } from "@/components/ui/first-field";

function focusedIn(html: string): string | undefined {
  const popup = document.createElement("div");
  popup.id = "popup";
  popup.innerHTML = html;
  return firstField(popup)?.id;
}

test("a dialog opens on its first field that is filled in", () => {
  expect(focusedIn('<input type="checkbox" id="a"><input type="text" id="b"><select id="c"></select>')).toBe(
    "b",
  );
});

test("a dialog with nothing to fill in opens on itself", () => {
  expect(focusedIn('<input type="checkbox" id="a"><button id="b"></button>')).toBe("popup");
});

test("a dialog that begins with a switch opens on itself, so that the switch is not passed over", () => {
  const field = '<input type="text" id="b">';
  expect(focusedIn(`<input type="checkbox" role="switch" id="a">${field}`)).toBe("popup");
  expect(focusedIn(`<input type="checkbox" role="switch" id="a" disabled>${field}`)).toBe("b");
  expect(focusedIn(`${field}<input type="checkbox" role="switch" id="a">`)).toBe("b");
});
