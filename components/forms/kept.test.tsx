// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { type Kept, KeptContext, makeKept, useKept } from "@/components/forms/kept";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { show } from "@/test/components";

const Typed = z.object({ name: z.string(), note: z.string() });

/** A form as it is in a dialog, over an item that was opened. */
function ItemForm() {
  const form = useActionForm({
    schema: Typed,
    defaultValues: { name: "Opened name", note: "Opened note" },
    action: async () => ({ ok: true as const, result: null }),
    kept: "item",
  });
  return (
    <Form form={form}>
      {(["name", "note"] as const).map((name) => (
        <FormField key={name} form={form} name={name} label={name}>
          {(control) => <Input {...control} />}
        </FormField>
      ))}
    </Form>
  );
}

function Page() {
  const [isOpen, setOpen] = useKept("open", false);
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Edit
      </button>
      {isOpen ? <ItemForm /> : null}
    </>
  );
}

/** A page that a lock takes away. Locks and unlocks as the vault does. */
function standing(kept: Kept) {
  const vault = { lock: () => {}, unlock: (_: string) => {} };
  function Tab() {
    const [isLocked, setLocked] = useState(false);
    vault.lock = () => {
      kept.locks();
      setLocked(true);
    };
    vault.unlock = (userId) => {
      kept.opened(userId);
      setLocked(false);
    };
    return <KeptContext value={kept}>{isLocked ? <p>Locked</p> : <Page />}</KeptContext>;
  }
  kept.opened("betty");
  show(<Tab />);
  return vault;
}

const field = (name: string) => screen.queryByLabelText<HTMLInputElement>(name)?.value;
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
const edit = () => fireEvent.click(screen.getByRole("button", { name: "Edit" }));
const when = (happens: () => void) => act(async () => happens());

test("what was typed comes back after a lock, and nothing of what was opened is kept", async () => {
  const puts: unknown[] = [];
  const kept = makeKept();
  const vault = standing({
    ...kept,
    put(name, value) {
      puts.push(value);
      kept.put(name, value);
    },
  });
  edit();
  type("name", "Half a name");
  await when(vault.lock);
  await when(kept.settled);
  expect(field("name")).toBeUndefined();
  expect(JSON.stringify(puts)).toContain("Half a name");
  expect(JSON.stringify(puts)).not.toContain("Opened");

  await when(() => vault.unlock("betty"));
  expect(field("name")).toBe("Half a name");
  expect(field("note")).toBe("Opened note");
  type("name", "Opened name");
  await when(vault.lock);
  await when(kept.settled);
  await when(() => vault.unlock("betty"));
  expect(field("name")).toBe("Opened name");
});

test("another account that unlocks finds nothing of it", async () => {
  const kept = makeKept();
  const vault = standing(kept);
  edit();
  type("name", "Half a name");
  await when(vault.lock);
  await when(kept.settled);
  await when(() => vault.unlock("billy"));
  expect(field("name")).toBeUndefined();
});

test("what was closed before does not come back, nor what a log-out has left", async () => {
  const kept = makeKept();
  const vault = standing(kept);
  edit();
  type("name", "Half a name");
  edit();
  await when(vault.lock);
  await when(kept.settled);
  await when(() => vault.unlock("betty"));
  expect(field("name")).toBeUndefined();
  edit();
  type("name", "Half a name");
  await when(vault.lock);
  kept.forget();
  await when(() => vault.unlock("betty"));
  expect(field("name")).toBeUndefined();
});
