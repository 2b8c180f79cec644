// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Decrypted } from "@/components/vault/decrypted";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { show } from "@/test/components";

const names = (open: () => Promise<string>) => (
  <Decrypted sealed={{ name: "2.sealed" }} open={open} fallback={<p>Sealed</p>}>
    {(name) => <p>{name}</p>}
  </Decrypted>
);

test("a locked vault opens nothing", () => {
  const open = vi.fn(async () => "Networks");
  show(names(open));
  expect([screen.queryByText("Sealed") !== null, open.mock.calls.length]).toEqual([true, 0]);
});

test("what an open vault opens is shown", async () => {
  await act(async () =>
    show(
      names(async () => "Networks"),
      makeKeyring(),
    ),
  );
  expect(await screen.findByText("Networks")).toBeTruthy();
});

test("what could not be opened is said, with the key's fault, and tried again when asked for", async () => {
  const open = vi.fn(async () => "Networks").mockRejectedValueOnce(new VaultError("key_differs"));
  const sealed = { name: "2.sealed" };
  await act(async () =>
    show(
      <Decrypted sealed={sealed} open={open} fallback={<p>Sealed</p>}>
        {(name) => <p>{name}</p>}
      </Decrypted>,
      makeKeyring(),
    ),
  );
  expect(await screen.findByRole("alert")).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try again" })));
  expect(await screen.findByText("Networks")).toBeTruthy();
});
