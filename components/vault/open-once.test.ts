import { expect, test, vi } from "vitest";
import { type Open, openOnce } from "@/components/vault/open-once";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";

const sealed = { text: "2.sealed" };

test("the same thing is opened once, and once for each way to open it", async () => {
  const openings = openOnce(makeKeyring());
  const open = vi.fn(async () => "opened");
  const openOtherwise = vi.fn(async () => 7);

  expect(openings.opened(sealed, open)).toBe(openings.opened(sealed, open));
  await expect(openings.opened(sealed, open)).resolves.toEqual({ ok: true, opened: "opened" });
  await expect(openings.opened(sealed, openOtherwise)).resolves.toEqual({ ok: true, opened: 7 });
  expect(open).toHaveBeenCalledOnce();
});

test("what can be shown first is answered until all of it is open, and not held after that", async () => {
  const openings = openOnce(makeKeyring());
  let goOn = (_: string) => {};
  const open: Open<typeof sealed, string> = (_vault, _sealed, _last, showFirst) => {
    showFirst?.("a part");
    return new Promise((resolve) => {
      goOn = resolve;
    });
  };

  await expect(openings.first(sealed, open)).resolves.toEqual({ ok: true, opened: "a part" });
  goOn("all of it");
  await openings.opened(sealed, open);
  await expect(openings.first(sealed, open)).resolves.toEqual({ ok: true, opened: "all of it" });
});

test("a failure is an answer, and can be tried again", async () => {
  const openings = openOnce(makeKeyring());
  const open = vi.fn(async () => "opened").mockRejectedValueOnce(new VaultError("cannot_open"));

  await expect(openings.opened(sealed, open)).resolves.toEqual({ ok: false, failure: null });
  await expect(openings.opened(sealed, open)).resolves.toEqual({ ok: false, failure: null });
  openings.forget(sealed);
  await expect(openings.opened(sealed, open)).resolves.toEqual({ ok: true, opened: "opened" });
});

test("a failure says when it is the key that is wrong", async () => {
  const open = () => Promise.reject(new VaultError("key_differs"));
  await expect(openOnce(makeKeyring()).opened(sealed, open)).resolves.toEqual({
    ok: false,
    failure: { code: "key_differs" },
  });
});

test("a vault that locks meanwhile leaves the answer open", async () => {
  const openings = openOnce(makeKeyring());
  const answer = openings.opened(sealed, () => Promise.reject(new VaultError("locked")));
  const later = new Promise((resolve) => setTimeout(resolve, 20, "later"));

  await expect(Promise.race([answer, later])).resolves.toBe("later");
});
