import { expect, test, vi } from "vitest";
import { rotateAccount } from "@/components/rotation/rotate-account";

test("whoever stops it while it seals has not switched", async () => {
  const finish = vi.fn();
  const stop = new AbortController();
  const vault = { takeUpNextKey: async () => {}, sealNextUserKey: async () => ({}) };
  const rows = async () => ({ ok: true, result: { counts: { total: 1, left: 0 }, next: null } });
  const rotating = rotateAccount(
    vault as never,
    { keys: {} as never, password: "brass key on a paper ring" },
    { id: "1", next: {} } as never,
    { rows, finish } as never,
    () => stop.abort(),
    stop.signal,
    new Set(),
  );
  await expect(rotating).rejects.toMatchObject({ name: "AbortError" });
  expect(finish).not.toHaveBeenCalled();
});
