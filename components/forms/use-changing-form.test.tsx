// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/http/result";
import { show } from "@/test/components";

type Typed = { name: string; phone: string };
type Save = (typed: Typed, shown: Typed) => Promise<ActionResult<null>>;

const Typed = z.object({ name: z.string(), phone: z.string() });

function Details({ current, save }: { current: Typed; save: Save }) {
  const form = useChangingForm({ schema: Typed, current, save });
  return (
    <Form form={form}>
      <FormField form={form} name="name" label="Name">
        {(control) => <Input {...control} />}
      </FormField>
      <FormField form={form} name="phone" label="Phone">
        {(control) => <Input {...control} />}
      </FormField>
      <SubmitButton form={form}>Save</SubmitButton>
    </Form>
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));

test("what a field has become is told at the field, and who has read it may replace it", async () => {
  const issue = { code: "changed_meanwhile", values: { is: "text", now: "After" } };
  const save = vi.fn<Save>(async () => ({ ok: true, result: null }));
  save.mockResolvedValueOnce({ ok: false, failure: { code: "invalid", fields: { name: [issue] } } });
  const current = { name: "Before", phone: "" };
  show(<Details current={current} save={save} />);
  type("Name", "Mine");
  press();
  await screen.findByText(/This has become “After” meanwhile/);
  expect(screen.getByLabelText("Name")).toHaveProperty("value", "Mine");
  expect(save).toHaveBeenLastCalledWith({ name: "Mine", phone: "" }, current);
  press();
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  expect(save.mock.lastCall).toEqual([
    { name: "Mine", phone: "" },
    { name: "After", phone: "" },
  ]);
});

test("what comes anew is shown where nobody has typed, and is what the form begins with there alone", async () => {
  const save = vi.fn<Save>(async () => ({ ok: true, result: null }));
  const { rerender } = show(<Details current={{ name: "Before", phone: "1" }} save={save} />);
  type("Name", "Mine");
  rerender(<Details current={{ name: "After", phone: "2" }} save={save} />);
  await vi.waitFor(() => expect(screen.getByLabelText("Phone")).toHaveProperty("value", "2"));
  press();
  await vi.waitFor(() => expect(save).toHaveBeenCalled());
  expect(save.mock.lastCall).toEqual([
    { name: "Mine", phone: "2" },
    { name: "Before", phone: "2" },
  ]);
});
