// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { DebtLeft } from "@/components/rotation/debt-left";
import { show } from "@/test/components";

const paid = () => screen.queryByText("Every password was changed");

test("every password was changed where nothing is left, and only there", () => {
  const { rerender } = show(<DebtLeft open={0} outOfReach={0} />);
  expect(paid()).not.toBeNull();
  rerender(<DebtLeft open={1} outOfReach={1} />);
  expect(paid()).toBeNull();
  expect(screen.getByText("1 of the items is out of your reach")).not.toBeNull();
  rerender(<DebtLeft open={20} outOfReach={2} />);
  expect(screen.getByText("2 of the items are out of your reach")).not.toBeNull();
  rerender(<DebtLeft open={20} outOfReach={0} />);
  expect(screen.queryByText(/out of your reach/u)).toBeNull();
});
