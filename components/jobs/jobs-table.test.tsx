// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { JobsTable } from "@/components/jobs/jobs-table";
import { ClientJobId } from "@/lib/domain/ids";
import type { ListedJob } from "@/lib/operations/client-job/list-client-jobs";
import { show } from "@/test/components";

const table = (askedBy: ListedJob["askedBy"], asBefore = 0) =>
  show(
    <JobsTable
      providerId="provider"
      jobs={[
        {
          ...{ id: ClientJobId.parse("2b0ee95a-88b9-4ab5-8f85-cb192edbe551"), askedBy, blueprintName: null },
          ...{
            clients: 2,
            done: 2,
            refused: 0,
            asBefore,
            askedAt: new Date("2026-11-22T09:00:00Z"),
            place: null,
          },
          work: { kind: "seats", change: { mode: "to", seats: 5 } },
        },
      ]}
      sealedTags={{ providerId: "provider", getKey: () => Promise.reject(), tags: [] }}
    />,
  );

test("whoever has asked for a job is named by their address too", () => {
  table({ name: "Olive Owner", email: "tess@provider.example" });
  expect(screen.getByText("Olive Owner")).toBeTruthy();
  expect(screen.getByText("tess@provider.example")).toBeTruthy();
});

test("somebody without a name is their address, and only an account that is gone is deleted", () => {
  table({ name: null, email: "tess@provider.example" });
  expect(screen.getByText("tess@provider.example")).toBeTruthy();
  expect(screen.queryByText("Deleted account")).toBeNull();
  table({ name: null, email: null });
  expect(screen.getByText("Deleted account")).toBeTruthy();
});

test("clients that were as asked before are not counted among those that were changed", () => {
  table({ name: null, email: null }, 1);
  expect(screen.getByText("1 done")).toBeTruthy();
  expect(screen.getByText("1 as before")).toBeTruthy();
});
