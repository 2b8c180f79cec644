// @vitest-environment happy-dom
import { renderHook, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { makeKept } from "@/components/forms/kept";
import { keepHalf, keptHalf } from "@/components/vault/kept-half";
import { useOpenVault } from "@/components/vault/use-open-vault";

const lock = vi.fn(async () => {});
// There are no workers here.
vi.mock("@/lib/vault/browser-vault", () => ({
  openBrowserVault: () => ({ isOpen: async () => false, lock }),
}));

const never = () => new Promise<never>(() => {});
const done = async () => ({ ok: true as const, result: null });

function open(isSignedIn: boolean) {
  const asked = vi.fn(never);
  keepHalf("2.half" as never);
  const { result } = renderHook(() =>
    useOpenVault({
      kept: makeKept(),
      isSignedIn,
      readKeys: never,
      reloadKeys: { make: never, get: asked, drop: done } as never,
      rememberKey: done,
      noteAdoptedKey: done,
    }),
  );
  return { result, asked };
}

test("on a page for nobody, what was kept of a session that is over is locked away without a question", async () => {
  const { result, asked } = open(false);
  await waitFor(() => expect(result.current.status).toBe("locked"));
  expect([keptHalf(), lock.mock.calls.length, asked.mock.calls.length]).toEqual([null, 1, 0]);
});

test("on a page for somebody, the server is asked first", async () => {
  const { result, asked } = open(true);
  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect([result.current.status, keptHalf()]).toEqual(["opening", "2.half"]);
});

test("a page for nobody that comes without being loaded anew locks what was kept too", async () => {
  const { result } = open(true);
  await result.current.signedOut();
  await waitFor(() => expect(result.current.status).toBe("locked"));
  expect(keptHalf()).toBeNull();
});
