// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { KdfForm } from "@/components/account/kdf-form";
import { defaultKdf } from "@/lib/domain/kdf";
import { show } from "@/test/components";

const iterations = () => screen.getByLabelText("Iterations");

test("what was wrong with the numbers of one algorithm is not said of another's", async () => {
  show(<KdfForm current={defaultKdf} change={async () => ({ ok: true, result: null })} />);
  fireEvent.change(iterations(), { target: { value: "1" } });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Change the settings" })));
  await waitFor(() => expect(iterations().getAttribute("aria-invalid")).toBe("true"));
  await act(async () =>
    fireEvent.change(screen.getByLabelText("Algorithm"), { target: { value: "pbkdf2_sha256" } }),
  );
  expect(iterations().getAttribute("aria-invalid")).not.toBe("true");
});
