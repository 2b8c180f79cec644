import { expect, test } from "vitest";
import { allow, refuse } from "@/lib/domain/decision";
import { mayAccept } from "@/lib/domain/invitation";

test.each([
  ["invited", false, allow],
  ["invited", true, refuse("already_a_member")],
  ["accepted", false, refuse("already_accepted")],
  ["confirmed", true, refuse("already_accepted")],
  ["revoked", false, refuse("link_unknown")],
] as const)(
  "an invitation that is %s, to somebody who is there already: %s",
  (status, isMember, decision) => {
    expect(mayAccept({ status, isMember, isSuspended: false })).toEqual(decision);
  },
);

test("nobody joins what is suspended", () => {
  expect(mayAccept({ status: "invited", isMember: false, isSuspended: true })).toEqual(
    refuse("joining_suspended"),
  );
});
