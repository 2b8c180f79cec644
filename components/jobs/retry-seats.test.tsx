// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { RetrySeats } from "@/components/jobs/retry-seats";
import type { ServedSeats } from "@/lib/operations/client-job/get-seats-of-clients";
import { show } from "@/test/components";

/** Clients of so many seats each, by the numbers of now. */
const served = (seats: number[]): ServedSeats => ({
  clients: seats.map((each, place) => ({
    ...{ id: `${place}`, name: `Client ${place}`, seats: each, usedSeats: 1 },
    ...{ plan: "teams_monthly" as const, state: "enabled" as const },
  })) as ServedSeats["clients"],
  totals: [{ plan: "teams_monthly", minimum: 75, assigned: 20, discount: 0 }],
});

async function open(seats: number[], { mayPurchase = true, to = 10 } = {}) {
  const askSeats = vi.fn(async () => ({ ok: true as const, result: served(seats) }));
  show(
    <RetrySeats
      providerId="provider"
      jobId="job"
      change={{ mode: "to", seats: to }}
      organizationIds={seats.map((_, place) => `${place}`)}
      mayPurchase={mayPurchase}
      actions={{ askSeats, retry: vi.fn() }}
      onClose={() => {}}
    />,
  );
  await act(async () => {});
}

const action = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("a retry offers the clients whose seats would become others", async () => {
  await open([10, 5]);
  expect(action("Change 1 client").disabled).toBe(false);
});

test("a retry that would change nothing is not offered", async () => {
  await open([10]);
  expect(action("Nothing fits").disabled).toBe(true);
});

test("why seats stay is said with the numbers: how many are in use, how many are unassigned", async () => {
  await open([10], { mayPurchase: false, to: 90 });
  expect(screen.getByText(/^55 unassigned seats are left for it\./)).toBeTruthy();
});
