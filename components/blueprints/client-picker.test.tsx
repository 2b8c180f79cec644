// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ClientPicker } from "@/components/blueprints/client-picker";
import type { FoundClients } from "@/lib/operations/client/find-clients";
import { show } from "@/test/components";

// Ids in this test are as short as they can be told apart.
const of = (...names: string[]) =>
  names.map((name) => ({ id: name, name })) as unknown as FoundClients["clients"];

const pick = (found: Omit<FoundClients, "areMore">, areMore = false) =>
  show(
    <ClientPicker
      providerId="p"
      find={async () => ({ ok: true, result: { ...found, areMore } })}
      onPick={() => {}}
    />,
  );

const namesIn = (list: string) =>
  within(screen.getByRole("list", { name: list }))
    .getAllByRole("button")
    .map(({ textContent }) => textContent);

test("clients that one was in last stand under a heading of their own", async () => {
  pick({ recent: of("Zephyr"), clients: of("Acme", "Zephyr") });
  await screen.findByRole("heading", { name: "Recently entered" });
  expect(namesIn("Recently entered")).toEqual(["Zephyr"]);
  expect(namesIn("Other clients")).toEqual(["Acme"]);
});

test("without any, the list needs no heading", async () => {
  pick({ recent: [], clients: of("Acme") });
  await screen.findByText("Acme");
  expect(screen.queryByRole("heading")).toBeNull();
  expect(namesIn("Clients")).toEqual(["Acme"]);
});

test("that more clients fit than are shown is said", async () => {
  pick({ recent: [], clients: of("Acme", "Bluth") }, true);
  expect(await screen.findByText(/only the first 2 by name are shown/)).toBeTruthy();
});

test("and where all are shown, nothing is", async () => {
  pick({ recent: [], clients: of("Acme", "Bluth") });
  await screen.findByText("Acme");
  expect(screen.queryByText(/are shown/)).toBeNull();
});
