import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { expect, test } from "vitest";
import { reach } from "@/components/forms/reach";

test("a page that is older than its server says so, and everything else without an answer is unreachable", async () => {
  const gone = Promise.reject(new UnrecognizedActionError("Server Action was not found."));
  expect(await reach(gone)).toEqual({ ok: false, failure: { code: "outdated_page" } });
  const broken = Promise.reject(new TypeError("Failed to fetch"));
  expect(await reach(broken)).toEqual({ ok: false, failure: { code: "unreachable" } });
});
