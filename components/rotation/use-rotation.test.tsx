// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { type ReactNode, use } from "react";
import { expect, vi } from "vitest";
import type { RotationActions } from "@/components/rotation/rotation-actions";
import { useRotation } from "@/components/rotation/use-rotation";
import { VaultContext } from "@/components/vault/vault-context";
import type { Tx } from "@/db/client";
import { failureOf } from "@/lib/answer/failure";
import type { ActionResult } from "@/lib/http/result";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { finishOrganizationRotation } from "@/lib/operations/rotation/finish-organization";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";
import { stageOrganizationRows } from "@/lib/operations/rotation/stage-organization-rows";
import { show } from "@/test/components";
import { test } from "@/test/database";
import { aPersona, aSealedClient, confirm, namesOfLost, type Persona } from "@/test/sealed-world";

const answered = async <Result,>(act: Promise<Result>): Promise<ActionResult<Result>> =>
  act.then(
    (result) => ({ ok: true, result }),
    (error) => ({ ok: false, failure: failureOf(error, "rotation") }),
  );

/** What the page of an organization hands to the card of its key. */
const actionsOf = (tx: Tx, { actor }: Persona) =>
  ({
    getKey: (input) => answered(ask(tx, getOrganizationKey, actor, input)),
    begin: (input) => answered(execute(tx, beginOrganizationRotation, actor, input)),
    rows: (input) => answered(ask(tx, getOrganizationRotationRows, actor, input)),
    stage: (input) => answered(execute(tx, stageOrganizationRows, actor, input)),
    finish: (input) => answered(execute(tx, finishOrganizationRotation, actor, input)),
  }) as Partial<RotationActions> as RotationActions;

type Props = { organizationId: string; actions: RotationActions };

function Card({ organizationId, actions }: Props) {
  const { step, start, finish } = useRotation(organizationId, null, actions, (run) => run(), namesOfLost);
  const ready = step.at === "ready" ? step.staged : null;
  return (
    <>
      <p data-testid="step">{step.at}</p>
      <p data-testid="shown">{ready?.uncompared.map(({ email }) => email).join(", ")}</p>
      <button type="button" onClick={start}>
        Start
      </button>
      <button type="button" onClick={() => ready && finish(ready)}>
        Finish
      </button>
    </>
  );
}

/** The vault of this page is somebody's. */
function Of({ userId, children }: { userId: string; children: ReactNode }) {
  const around = use(VaultContext);
  if (!around) throw new Error("there is no vault");
  const readKeys = async () => ({ ok: true as const, result: { userId } as never });
  return <VaultContext value={{ ...around, readKeys }}>{children}</VaultContext>;
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));
const reaches = (at: string) =>
  vi.waitFor(() => expect(screen.getByTestId("step").textContent).toBe(at), { timeout: 20_000 });
const shown = () => screen.getByTestId("shown").textContent;

test("nobody gets the next key whom the person at the screen was not shown before", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 1 });
  const { organizationId, owner, admin } = world;
  show(
    <Of userId={owner.userId}>
      <Card organizationId={organizationId} actions={actionsOf(tx, owner)} />
    </Of>,
    owner.vault,
  );
  await press("Start");
  await reaches("ready");
  expect(shown()).toBe(admin.email);

  const newcomer = await aPersona(tx, "Newcomer", "newcomer@cobalt.example");
  await confirm(tx, world, newcomer);
  await press("Finish");
  await reaches("ready");
  expect(shown()).toBe([admin.email, newcomer.email].join(", "));
  await press("Finish");
  await reaches("done");
});
