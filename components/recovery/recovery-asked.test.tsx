// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { RecoveryAsked } from "@/components/recovery/recovery-asked";
import type { MyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const memberId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02";
const askedFor = {
  askedBy: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a03",
  askedAt: new Date("2026-11-20T09:00:00Z"),
  readyAt: new Date("2026-11-21T09:00:00Z"),
};

const mine = (asked: typeof askedFor | null) =>
  [{ organizationId, memberId, name: "My Client", askedFor: asked }] as unknown as MyRecoveries;
const ok = <Result,>(result: Result) => ({ ok: true as const, result });

test("a recovery that was asked for stands over the page, and what was shown is taken back", async () => {
  const list = vi.fn(async () => ok(mine(askedFor)));
  const takeBack = vi.fn<RecoveryActions["takeBack"]>(async () => ok(null));
  await act(async () => void show(<RecoveryAsked list={list} takeBack={takeBack} />));
  expect(screen.getByRole("alert").textContent).toContain("asked for by My Client");
  list.mockImplementation(async () => ok(mine(null)));
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Take it back" })));
  const { askedBy, askedAt } = askedFor;
  expect(takeBack).toHaveBeenCalledExactlyOnceWith({ organizationId, memberId, askedBy, askedAt });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("where nobody has asked, nothing stands there", async () => {
  const list = async () => ok(mine(null));
  const { container } = show(<RecoveryAsked list={list} takeBack={vi.fn()} />);
  await act(async () => {});
  expect(container.querySelector("section[aria-label='A recovery of your account']")).toBeNull();
});
