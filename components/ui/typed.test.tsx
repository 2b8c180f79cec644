// @vitest-environment happy-dom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Input } from "@/components/ui/input";
import { SearchBox } from "@/components/ui/search-box";
import { Textarea } from "@/components/ui/textarea";
import { show } from "@/test/components";

const kept = () => screen.getByRole("textbox").getAttribute("autocomplete");

test("what is typed is not kept by the browser, unless a field says what it may fill in", () => {
  const { rerender } = render(<Input aria-label="Name" />);
  expect(kept()).toBe("off");
  rerender(<Textarea aria-label="Notes" />);
  expect(kept()).toBe("off");
  rerender(<Input aria-label="Name" autoComplete="email" />);
  expect(kept()).toBe("email");
});

test("what is searched for is not kept either", () => {
  show(<SearchBox label="Search" onSearch={() => {}} />);
  expect(kept()).toBe("off");
});
