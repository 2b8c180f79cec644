// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { EventFilters } from "@/components/events/event-filters";
import { show } from "@/test/components";

test("dates the wrong way round are said to be taken the right way", () => {
  show(
    <EventFilters
      path="/events"
      query={{}}
      filters={{
        kind: null,
        actor: null,
        client: null,
        member: null,
        item: null,
        from: new Date("2026-11-20T09:00Z"),
        to: new Date("2026-11-22T09:00Z"),
      }}
      kinds={[]}
      listActors={async () => ({ ok: true, result: [] })}
      exporting={() => null}
    />,
  );
  const text = /“Until” is before “From”/;
  expect(screen.queryByText(text)).toBeNull();
  const until = screen.getByLabelText("Until");
  fireEvent.change(until, { target: { value: "2026-11-18T09:00" } });
  expect(screen.getByText(text)).toBeTruthy();
  fireEvent.change(until, { target: { value: "2026-11-21T09:00" } });
  expect(screen.queryByText(text)).toBeNull();
});
