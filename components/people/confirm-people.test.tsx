// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { ConfirmPeople } from "@/components/people/confirm-people";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import { show } from "@/test/components";
import { somebody } from "@/test/vault";

/** So many people who have accepted, all with one real key, longest waiting first. */
const aCrowd = (count: number, publicKey: PersonToConfirm["publicKey"]): PersonToConfirm[] =>
  Array.from({ length: count }, (_, index) => ({
    memberId: `member-${index}`,
    userId: crypto.randomUUID() as PersonToConfirm["userId"],
    name: `Member ${index}`,
    email: `member${index}@provider.example`,
    role: "service_user",
    revisedAt: new Date(0),
    publicKey,
    knownPublicKey: null,
    comparedPublicKey: null,
  }));

/** The server serves at most so many at once, and then the rest. */
const lots = [12, 10] as const;

test("all who wait are confirmed, one act for each lot that the server serves", async () => {
  const { vault, keys } = await somebody("brett@provider.example");
  let waiting = aCrowd(lots[0] + lots[1], keys.publicKey);
  const all = { count: waiting.length };
  const acts: number[] = [];
  const sealed: string[] = [];
  let isClosed = false;
  show(
    <ConfirmPeople
      keyOf="provider"
      chosen={[]}
      all={all}
      ask={async () => ({ ok: true, result: waiting.slice(0, lots[0]) })}
      handOver={{
        seal: async ({ memberId }) => {
          sealed.push(memberId);
          return { ok: true, result: memberId };
        },
        send: async (lot) => {
          acts.push(lot.length);
          waiting = waiting.filter(({ memberId }) => !lot.includes(memberId));
          return { ok: true, result: { rows: lot.map((id) => ({ id, refusal: null })) } };
        },
      }}
      onClose={() => {
        isClosed = true;
      }}
    />,
    vault,
  );
  expect(screen.getByRole("dialog", { name: `Confirm ${all.count} members` })).not.toBeNull();
  for (const lot of lots) {
    const tickAll = await screen.findByRole("checkbox", { name: `I compared all ${lot} phrases` });
    fireEvent.click(tickAll);
    fireEvent.click(screen.getByRole("button", { name: `Confirm ${lot}` }));
    await waitFor(() => expect(acts.at(-1)).toBe(lot));
  }
  await waitFor(() => expect(isClosed).toBe(true));
  expect(acts).toEqual(lots);
  expect(new Set(sealed).size).toBe(all.count);
});

test("who was selected and does not wait is told by name, with the reason", async () => {
  const { vault, keys } = await somebody("brett@provider.example");
  const [person] = aCrowd(1, keys.publicKey);
  if (!person) throw new Error("there is one");
  show(
    <ConfirmPeople
      keyOf="provider"
      chosen={[
        { id: person.memberId, name: person.name, email: person.email, status: "accepted" },
        { id: "betty", name: "Betty", email: "betty@provider.example", status: "confirmed" },
        { id: "dee", name: null, email: "dee@provider.example", status: "invited" },
        { id: "late", name: "Late", email: "late@provider.example", status: "accepted", accessEnded: true },
      ]}
      ask={async () => ({ ok: true, result: [person] })}
      handOver={{
        seal: async () => ({ ok: true, result: "" }),
        send: async () => ({ ok: true, result: { rows: [] } }),
      }}
      onClose={() => {}}
    />,
    vault,
  );
  await screen.findByRole("checkbox", { name: "I compared it (Member 0)" });
  expect(screen.getByRole("dialog", { name: "Confirm Member 0" })).not.toBeNull();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Betty: .*confirmed already/),
      expect.stringMatching(/^dee@provider\.example: .*not accepted/i),
      expect.stringMatching(/^Late: .*access has ended/i),
    ]),
  );
});
