// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { EventList } from "@/components/events/event-list";
import type { EventRow } from "@/components/events/events";
import { show } from "@/test/components";

const event: EventRow = {
  sequence: 1,
  at: new Date("2026-11-22T09:00:00Z"),
  type: "organization.entered_by_provider",
  number: 1603,
  details: null,
  subjectId: null,
  deviceType: "firefox_browser",
  ip: "203.0.113.7",
  actorKind: "person",
  actorId: "2b0ee95a-88b9-4ab5-8f85-cb192edbe551",
  actorName: "Olive Owner",
  actorEmail: "tess@provider.example",
  byProvider: true,
  client: null,
};

const list = (row: EventRow) =>
  show(<EventList first={{ events: [row], next: null, member: null }} more={() => Promise.reject()} />);

test("whose account it was is said by its address, whatever name it has", () => {
  list(event);
  expect(screen.getByText("Olive Owner")).toBeTruthy();
  expect(screen.getByText("tess@provider.example")).toBeTruthy();
});

test("an account without a name is its address", () => {
  list({ ...event, actorName: null });
  expect(screen.getAllByText("tess@provider.example")).toHaveLength(1);
});
