import { expect, test, vi } from "vitest";
import { once } from "@/components/forms/once";

test("what was made is answered again, and what failed is made anew", async () => {
  const make = vi.fn(async (what: string) => ({ what })).mockRejectedValueOnce(new Error("locked"));
  const makeOnce = once(make);
  await expect(makeOnce("a key")).rejects.toThrow("locked");
  const made = await makeOnce("a key");
  expect(await makeOnce("another key")).toBe(made);
  expect(make).toHaveBeenCalledTimes(2);
});
