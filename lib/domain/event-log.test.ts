import { expect, test } from "vitest";
import { ListOrganizationEvents } from "@/lib/domain/event-log";
import { eventKinds, eventTypes } from "@/lib/domain/event-types";

const organizationId = "8f14e45f-ceea-467f-9c3b-5d9a3f1b2c4d";

test("every event is of a kind that logs are filtered by", () => {
  expect([...new Set(eventTypes.map((type) => type.split(".")[0]))].sort()).toEqual([...eventKinds].sort());
});

test("words of an address that say nothing are passed over", () => {
  const typed = {
    organizationId,
    kind: "all",
    actor: "me",
    item: "",
    member: "5",
    from: "yesterday",
    to: "2026-13-01",
  };
  expect(ListOrganizationEvents.parse(typed)).toMatchObject({
    kind: null,
    actor: null,
    item: null,
    member: null,
    from: null,
    to: null,
  });
});

test.each([
  "0000-01-01T00:00:00Z",
  "1999-12-31T23:59:59Z",
  "2201-01-01T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
])("a moment that no log can hold is passed over: %s", (moment) => {
  const view = ListOrganizationEvents.parse({ organizationId, from: moment, to: moment });
  expect(view).toMatchObject({ from: null, to: null });
});

test("moments are read in whatever time zone they were written", () => {
  expect(ListOrganizationEvents.parse({ organizationId, from: "2026-11-22T10:00:00+01:00" }).from).toEqual(
    new Date("2026-11-22T09:00:00Z"),
  );
});
