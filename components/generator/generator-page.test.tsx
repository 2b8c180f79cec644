// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { GeneratorPage } from "@/components/generator/generator-page";
import { GeneratorHistory } from "@/components/generator/history";
import { messagesOf } from "@/lib/i18n/messages";
import { show } from "@/test/components";

const words = messagesOf.en.generator;
const made = () => screen.getByRole("status", { name: words.made.password }).textContent ?? "";

beforeEach(() => {
  // The estimate of strength runs in a worker of its own, which a test has not.
  vi.stubGlobal(
    "Worker",
    class extends EventTarget {
      postMessage() {}
      terminate() {}
    },
  );
  show(
    <GeneratorHistory>
      <GeneratorPage account={null} />
    </GeneratorHistory>,
  );
});

test("another password is generated each time, and the former ones are listed until they are cleared", async () => {
  await waitFor(() => expect(made()).toHaveLength(20));
  const first = made();
  expect(screen.getByText(words.history.none)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: words.again }));
  await waitFor(() => expect(made()).not.toBe(first));
  expect(screen.getByRole("listitem").textContent).toContain(first);
  fireEvent.click(screen.getByRole("button", { name: words.history.clear }));
  expect(screen.queryByRole("listitem")).toBeNull();
});

test("what is too small is raised once its field is left", async () => {
  const length = screen.getByLabelText<HTMLInputElement>(words.password.length);
  fireEvent.change(length, { target: { value: "2" } });
  await waitFor(() => expect(made()).toHaveLength(5));
  fireEvent.blur(length);
  expect(length.value).toBe("5");
});

test("what is chosen takes effect as it is chosen", async () => {
  await waitFor(() => expect(made()).toHaveLength(20));
  fireEvent.change(screen.getByLabelText(words.password.length), { target: { value: "32" } });
  await waitFor(() => expect(made()).toHaveLength(32));
  const before = made();
  fireEvent.blur(screen.getByLabelText(words.password.length));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made()).toBe(before);
  for (const name of ["upper", "lower", "special"] as const)
    fireEvent.click(screen.getByRole("checkbox", { name: new RegExp(words.password[name].slice(0, 5)) }));
  await waitFor(() => expect(made()).toMatch(/^[2-9]{32}$/));
});
