// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { z } from "zod";
import { LogInSecondStep } from "@/components/account/log-in-second-step";
import type { TypedLogIn } from "@/components/account/use-log-in";
import { useActionForm } from "@/components/forms/use-action-form";
import { show } from "@/test/components";

const Typed = z.object({
  email: z.string(),
  password: z.string(),
  code: z.string(),
  passkey: z.string(),
  remember: z.boolean(),
});

function Step() {
  const [takesCode, takeCode] = useState(false);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { email: "", password: "", code: "", passkey: "", remember: false },
    action: async (_: TypedLogIn) => ({ ok: true, result: null }) as const,
    onDone: () => {},
  });
  return (
    <LogInSecondStep
      form={form}
      asked={{ methods: ["passkey"], toSign: null }}
      logIn={async () => ({ ok: true, result: null })}
      takesCode={takesCode}
      onTakeCode={() => takeCode(true)}
    />
  );
}

test("where a passkey is the only method it has the focus, and a recovery code is asked for on demand", () => {
  show(<Step />);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Use a passkey" }));
  expect(screen.queryByRole("textbox", { name: "Code" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Use a recovery code instead" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Code" }));
});
