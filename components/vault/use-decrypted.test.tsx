// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { type ReactNode, startTransition, use, useState } from "react";
import { expect, test, vi } from "vitest";
import type { Open } from "@/components/vault/open-once";
import { useDecrypted } from "@/components/vault/use-decrypted";
import { VaultContext } from "@/components/vault/vault-context";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { show } from "@/test/components";

type Sealed = { names: string[] };

function Names({ sealed, open }: { sealed: Sealed; open: Open<Sealed, string[]> }) {
  const { outcome, retry } = useDecrypted(sealed, open);
  const [typed, setTyped] = useState("");
  return (
    <>
      <input aria-label="Typed" value={typed} onChange={({ target }) => setTyped(target.value)} />
      <p data-testid="shown">
        {outcome === null ? "opening" : outcome.ok ? outcome.opened.join(", ") : "failed"}
      </p>
      <button type="button" onClick={retry}>
        Again
      </button>
    </>
  );
}

const status = () => screen.getByTestId("shown").textContent;

/** Something that opens in two steps, the second of which is told to come. */
function inTwoSteps() {
  const waiting: (() => void)[] = [];
  const open: Open<Sealed, string[]> = async (_vault, { names }, _last, showFirst) => {
    showFirst?.(names.slice(0, 1));
    await new Promise<void>((resolve) => waiting.push(resolve));
    return names;
  };
  return { open, goOn: () => act(async () => waiting.shift()?.()) };
}

test("what can be shown first is shown, then all of it, and what was typed meanwhile stays", async () => {
  const { open, goOn } = inTwoSteps();
  await act(async () => void show(<Names sealed={{ names: ["Bank", "Mail"] }} open={open} />, makeKeyring()));
  expect(status()).toBe("Bank");
  await act(async () => fireEvent.change(screen.getByLabelText("Typed"), { target: { value: "ba" } }));
  await goOn();
  expect(status()).toBe("Bank, Mail");
  expect(screen.getByLabelText<HTMLInputElement>("Typed").value).toBe("ba");
});

test("what replaces it is shown once all of it is open", async () => {
  const { open, goOn } = inTwoSteps();
  let replace = (_: Sealed) => {};
  function Page() {
    const [sealed, setSealed] = useState<Sealed>({ names: ["Bank", "Mail"] });
    replace = setSealed;
    return <Names sealed={sealed} open={open} />;
  }
  await act(async () => void show(<Page />, makeKeyring()));
  await goOn();
  await act(async () => startTransition(() => replace({ names: ["Phone", "Shop"] })));
  expect(status()).toBe("Bank, Mail");
  await goOn();
  expect(status()).toBe("Phone, Shop");
});

test("what could not be opened is tried again when asked for", async () => {
  const open = vi.fn(async () => ["Bank"]).mockRejectedValueOnce(new VaultError("key_differs"));
  const sealed = { names: [] };
  await act(async () => void show(<Names sealed={sealed} open={open} />, makeKeyring()));
  expect(status()).toBe("failed");
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Again" })));
  expect(status()).toBe("Bank");
});

test("a vault that has locked shows nothing of what it had opened", async () => {
  let lock = () => {};
  function Locking({ children }: { children: ReactNode }) {
    const context = use(VaultContext);
    const [isLocked, setLocked] = useState(false);
    lock = () => setLocked(true);
    if (!context) throw new Error("it stands in a page");
    return (
      <VaultContext value={isLocked ? { ...context, openings: null } : context}>{children}</VaultContext>
    );
  }
  const sealed = { names: [] };
  const open = async () => ["Bank"];
  await act(
    async () =>
      void show(
        <Locking>
          <Names sealed={sealed} open={open} />
        </Locking>,
        makeKeyring(),
      ),
  );
  expect(status()).toBe("Bank");
  act(lock);
  expect(status()).toBe("opening");
});
