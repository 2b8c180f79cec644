// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ClientsInNeed } from "@/components/portal/clients-in-need";
import { LastVisits } from "@/components/portal/last-visits";
import { PeopleToConfirm } from "@/components/portal/people-to-confirm";
import { SeatsByPlan } from "@/components/portal/seats-by-plan";
import { colorOf } from "@/components/ui/color-of";
import { PersonAvatar } from "@/components/ui/person-avatar";
import type { PortalOverview } from "@/lib/operations/client/get-portal-overview";
import { show } from "@/test/components";

const providerId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const at = `/providers/${providerId}`;
const hrefOf = (name: string) => screen.getByRole("link", { name }).getAttribute("href");

type Unsettled = PortalOverview["unsettled"];
// Ids in this test are as short as they can be told apart.
const unsettled = {
  count: 100,
  first: [
    { id: "a", name: "Alone", standing: "ownerless", remaining: 0 },
    { id: "b", name: "Begun", standing: "onboarding", remaining: 3 },
    { id: "c", name: "Crowd & Co", standing: "active", remaining: 0 },
  ],
} as unknown as Unsettled;

test("seats are bars that are told in words, and a table", () => {
  show(
    <SeatsByPlan
      seats={[
        { plan: "teams_monthly", minimum: 75, assigned: 80 },
        { plan: "enterprise_monthly", minimum: 150, assigned: 40 },
      ]}
    />,
  );
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
    "Teams: 75 included and assigned, 5 purchased, 0 unassigned. Enterprise: 40 included and assigned, 0 purchased, 110 unassigned.",
  );
  fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
  const cells = within(screen.getByRole("row", { name: /^Assigned/ })).getAllByRole("cell");
  expect(cells.map(({ textContent }) => textContent)).toEqual(["80", "40"]);
});

test("each client that needs something leads to its remedy, and all of them to the list", () => {
  show(
    <ClientsInNeed
      providerId={providerId}
      unsettled={unsettled}
      hasClients
      isSuspended={false}
      administers
    />,
  );
  expect(hrefOf("Alone")).toBe("/organizations/a/members?invite=owner");
  expect(hrefOf("Begun")).toBe("/organizations/b/members");
  expect(hrefOf("Crowd & Co")).toBe(`${at}/clients?search=Crowd%20%26%20Co&seats=c`);
  expect(hrefOf("Clients: 99+")).toBe(`${at}/clients?status=attention`);
  const [alone] = screen.getAllByRole("listitem");
  expect(alone?.textContent).toContain("No owner");
  expect(alone?.textContent).toContain("No seat left");
});

test("whoever may not act in clients is told of them, and led to none", () => {
  show(
    <ClientsInNeed
      providerId={providerId}
      unsettled={unsettled}
      hasClients
      isSuspended={false}
      administers={false}
    />,
  );
  expect(screen.queryByRole("link", { name: "Alone" })).toBeNull();
  expect(screen.getByText("Alone")).toBeTruthy();
});

test("those who wait lead to where they are confirmed", () => {
  show(
    <PeopleToConfirm
      providerId={providerId}
      team={{
        count: 1,
        first: [
          { id: "p" as never, userId: "u" as never, name: null, email: "billy.warden@provider.example" },
        ],
      }}
      awaited={{ count: 1, first: [{ id: "a" as never, name: "Acme", toConfirm: 2 }] }}
      isSuspended={false}
      enters
    />,
  );
  expect(hrefOf("billy.warden@provider.example")).toBe(`${at}/members?status=accepted`);
  expect(hrefOf("Acme")).toBe("/organizations/a/members?status=accepted");
  expect(screen.getByText("2 members")).toBeTruthy();
});

test("who waits has the colour that the list of the team gives them", () => {
  const billy = { id: "p", userId: "u", name: "Billy Warden", email: "billy@warden.example" };
  const { container } = show(
    <>
      <PeopleToConfirm
        providerId={providerId}
        team={{ count: 1, first: [billy as never] }}
        awaited={{ count: 0, first: [] }}
        isSuspended={false}
        enters
      />
      <PersonAvatar of={billy} name="Billy Warden" />
    </>,
  );
  const colours = [...container.querySelectorAll<HTMLElement>("[style*=background]")];
  expect(colours.map(({ style }) => style.backgroundColor)).toEqual([colorOf("u"), colorOf("u")]);
});

test("more of them lead to the lists that have as many", () => {
  const many = { count: 7, first: [] };
  show(<PeopleToConfirm providerId={providerId} team={many} awaited={many} isSuspended={false} enters />);
  expect(hrefOf("Team: 7")).toBe(`${at}/members?status=accepted`);
  expect(hrefOf("Clients: 7")).toBe(`${at}/clients?status=confirm`);
});

test("where there is nothing, each part says so", () => {
  const nothing = { count: 0, first: [] };
  show(<PeopleToConfirm providerId={providerId} team={null} awaited={nothing} isSuspended={false} enters />);
  show(
    <ClientsInNeed
      providerId={providerId}
      unsettled={nothing}
      hasClients={false}
      isSuspended={false}
      administers
    />,
  );
  show(<LastVisits providerId={providerId} visits={[]} visitsAreOf="yourself" enters />);
  for (const text of [/Nobody waits/, /no clients yet/, /opened no client/])
    expect(screen.getByText(text)).toBeTruthy();
});

test("while the provider is suspended, nobody is told that nothing is needed", () => {
  const nothing = { count: 0, first: [] };
  show(<PeopleToConfirm providerId={providerId} team={null} awaited={nothing} isSuspended enters={false} />);
  show(
    <ClientsInNeed providerId={providerId} unsettled={nothing} hasClients isSuspended administers={false} />,
  );
  expect(screen.getAllByText(/^The provider is suspended/)).toHaveLength(2);
  expect(screen.queryByText(/Every client has|Nobody waits/)).toBeNull();
});
